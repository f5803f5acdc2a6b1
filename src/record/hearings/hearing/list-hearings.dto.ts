import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { isUuid, ListQuery, SortBy, Instant } from '#src/foundation/common/index.js';
import { HEARING_STATUSES, type HearingStatus } from '../status/hearing-status.js';

import { HEARING_KINDS, type HearingKind } from './hearing-kind.js';
import type { HearingFilter } from './hearing-filter.js';
import { HEARING_ORDER } from './hearing.repository.js';

const UUID_OR_NUMBER = /^(\d{1,3}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export class ListHearingsQuery extends ListQuery {
  @ApiPropertyOptional({ enum: HEARING_KINDS })
  @IsOptional()
  @IsIn(HEARING_KINDS)
  kind?: HearingKind;

  @ApiPropertyOptional({ enum: HEARING_STATUSES })
  @IsOptional()
  @IsIn(HEARING_STATUSES)
  status?: HearingStatus;

  /** A zone, by its id or by its number. */
  @ApiPropertyOptional({ example: '4' })
  @IsOptional()
  @Matches(UUID_OR_NUMBER, { message: 'zone must be the id or the number of a zone' })
  zone?: string;

  @ApiPropertyOptional({ type: String, name: 'startsAt[gte]', format: 'date-time' })
  @IsOptional()
  @Instant()
  'startsAt[gte]'?: string;

  @ApiPropertyOptional({ type: String, name: 'startsAt[lt]', format: 'date-time' })
  @IsOptional()
  @Instant()
  'startsAt[lt]'?: string;

  /** For synchronising: with `sort=updatedAt,id`. */
  @ApiPropertyOptional({ type: String, name: 'updatedAt[gte]', format: 'date-time' })
  @IsOptional()
  @Instant()
  'updatedAt[gte]'?: string;

  @SortBy(HEARING_ORDER)
  sort?: string;
}

export function filterOf(query: ListHearingsQuery): HearingFilter {
  return {
    kind: query.kind,
    status: query.status,
    ...(isUuid(query.zone) ? { zoneId: query.zone } : { zoneNumber: query.zone }),
    startsFrom: query['startsAt[gte]'],
    startsBefore: query['startsAt[lt]'],
    updatedFrom: query['updatedAt[gte]'],
  };
}
