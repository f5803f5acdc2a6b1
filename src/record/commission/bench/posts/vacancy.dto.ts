import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, ListQuery, LocalDate, SortBy } from '#src/foundation/common/index.js';
import { POST_KINDS, type PostKind } from './post-kind.js';
import { PostDto } from './post.dto.js';
import { POST_ORDER } from './post.repository.js';
import type { VacancyRow } from './vacancy.repository.js';

export class VacancyDto extends PickType(PostDto, ['kind', 'office', 'label', 'sectorId']) {
  @ApiProperty({ format: 'uuid' })
  postId: string;

  /** The organisation that is to appoint; null also while that one is not listed. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  fillableById: string | null;

  /** The first day without a member: the post's own first, or the one after its last term. */
  @ApiProperty({ format: 'date', example: '2016-02-01' })
  vacantSince: string;

  /** The first day of a term that is already entered; null: nobody is to follow yet. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  filledFrom: string | null;

  static from(row: VacancyRow): VacancyDto {
    const dto = new VacancyDto();
    dto.postId = row.id;
    dto.kind = row.kind;
    dto.office = row.office;
    dto.label = row.label;
    dto.sectorId = row.sectorId;
    dto.fillableById = row.fillableById;
    dto.vacantSince = row.vacantSince;
    dto.filledFrom = row.filledFrom;
    return dto;
  }
}

export class ListVacanciesQuery extends ListQuery {
  @SortBy(POST_ORDER)
  sort?: string;

  @ApiPropertyOptional({ enum: POST_KINDS })
  @IfGiven()
  @IsIn(POST_KINDS)
  kind?: PostKind;

  /** Default: today in the commission's time zone. */
  @ApiPropertyOptional({ type: String, format: 'date', example: '2016-03-24' })
  @IfGiven()
  @LocalDate()
  at?: string;
}
