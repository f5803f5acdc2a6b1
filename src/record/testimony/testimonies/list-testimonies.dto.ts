import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ListQuery, SortBy, Instant } from '#src/foundation/common/index.js';
import { RECORD_STATUSES, type RecordStatus } from '../entities/record-status.js';
import {
  POSITIONS,
  type Position,
  TESTIMONY_FORMS,
  type TestimonyForm,
} from '../entities/testimony.entity.js';
import { TESTIMONY_ORDER } from './testimony.repository.js';

export class ListTestimoniesQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  hearing?: string;

  @ApiPropertyOptional({ enum: POSITIONS })
  @IsOptional()
  @IsIn(POSITIONS)
  position?: Position;

  @ApiPropertyOptional({ enum: RECORD_STATUSES })
  @IsOptional()
  @IsIn(RECORD_STATUSES)
  status?: RecordStatus;

  @ApiPropertyOptional({ enum: TESTIMONY_FORMS })
  @IsOptional()
  @IsIn(TESTIMONY_FORMS)
  form?: TestimonyForm;

  @ApiPropertyOptional({ name: 'receivedAt[gte]', format: 'date-time' })
  @IsOptional()
  @Instant()
  'receivedAt[gte]'?: string;

  /** With `sort=updatedAt,id`: what is new since. */
  @ApiPropertyOptional({ name: 'updatedAt[gte]', format: 'date-time' })
  @IsOptional()
  @Instant()
  'updatedAt[gte]'?: string;

  @SortBy(TESTIMONY_ORDER)
  sort?: string;
}
