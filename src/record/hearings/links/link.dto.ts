import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUrl, IsUUID, MaxLength } from 'class-validator';
import { ListQuery, NullableText, withRevision } from '#src/foundation/common/index.js';
import { Order } from '../shared/fields.js';
import { LINK_RELATIONS, type LinkRelation } from './link-relation.js';
import type { LinkRow } from './link.repository.js';

export class HearingLinkDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  @ApiProperty({ enum: LINK_RELATIONS })
  relation: LinkRelation;

  /** Whose number `identifier` is. */
  @ApiProperty({ type: String, nullable: true, example: 'congress.gov/event' })
  scheme: string | null;

  @ApiProperty({ type: String, nullable: true, example: '115538' })
  identifier: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Hearing notice' })
  title: string | null;

  @ApiProperty({ type: String, nullable: true })
  description: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://example.org/notice.pdf' })
  url: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Witness statement' })
  documentType: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'PDF' })
  format: string | null;

  /** The witness whose document it is. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  witnessId: string | null;

  static from(row: LinkRow): HearingLinkDto {
    const dto = new HearingLinkDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.relation = row.relation;
    dto.scheme = row.scheme;
    dto.identifier = row.identifier;
    dto.title = row.title;
    dto.description = row.description;
    dto.url = row.url;
    dto.documentType = row.documentType;
    dto.format = row.format;
    dto.witnessId = row.witnessId;
    return withRevision(dto, row.revision);
  }
}

/** At least one of `identifier`, `title` and `url` is given. */
export class CreateHearingLinkDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  @ApiProperty({ enum: LINK_RELATIONS })
  @IsIn(LINK_RELATIONS)
  relation: LinkRelation;

  /** Whose number `identifier` is. */
  @NullableText(100, 'us/bill')
  scheme?: string | null;

  @NullableText(200, '118/HR/1532')
  identifier?: string | null;

  @NullableText(2_000)
  title?: string | null;

  @NullableText(5_000)
  description?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uri', nullable: true, maxLength: 2_000 })
  @IsOptional()
  @MaxLength(2_000)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  url?: string | null;

  @NullableText(100, 'Witness statement')
  documentType?: string | null;

  @NullableText(50, 'PDF')
  format?: string | null;

  /** A witness of the same hearing, whose document it is. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  witnessId?: string | null;
}

export class UpdateHearingLinkDto extends PartialType(CreateHearingLinkDto, { skipNullProperties: false }) {}

export class ListHearingLinksQuery extends ListQuery {}
