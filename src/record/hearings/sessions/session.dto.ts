import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import {
  IfGiven,
  Instant,
  ListQuery,
  NullableText,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { Citations, Order } from '../shared/fields.js';
import type { Warning } from '../shared/warning.js';
import { WarningDto } from '../shared/warning.dto.js';
import type { SessionRow } from './session.repository.js';

export class HearingSessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  /** To the public a closed session is `Closed session`, whatever the commission calls it. */
  @ApiProperty({ example: 'Morning' })
  name: string;

  /** The place of this hearing that it is held in; null where it is held at the venue, or where the caller does not see it. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  placeId: string | null;

  @ApiProperty()
  closed: boolean;

  /** The law that lets it be closed. */
  @ApiProperty({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  authority: string | null;

  /** As planned; several sessions may fill several days. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2016-02-25T17:00:00.000Z' })
  startsAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2016-02-25T20:00:00.000Z' })
  endsAt: string | null;

  /** As it was. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  adjournedAt: string | null;

  /**
   * What was told of a closed session afterwards. Once told, the public reads this session, where the public reads its
   * hearing: what belongs to a hearing of kind `closed_session` stays in the chamber.
   */
  @ApiProperty({ type: String, nullable: true, example: 'No reportable action was taken.' })
  reportedOut: string | null;

  /** What a clerk should look at; empty for everybody else. */
  @ApiProperty({ type: [WarningDto] })
  warnings: WarningDto[];

  static from(row: SessionRow, name: string, warnings: readonly Warning[]): HearingSessionDto {
    const dto = new HearingSessionDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.name = name;
    dto.placeId = row.placeId;
    dto.closed = row.closed;
    dto.authority = row.authority;
    dto.startsAt = row.startsAt?.toISOString() ?? null;
    dto.endsAt = row.endsAt?.toISOString() ?? null;
    dto.openedAt = row.openedAt?.toISOString() ?? null;
    dto.adjournedAt = row.adjournedAt?.toISOString() ?? null;
    dto.reportedOut = row.reportedOut;
    dto.warnings = warnings.map((warning) => WarningDto.from(warning));
    return withRevision(dto, row.revision);
  }
}

export class CreateHearingSessionDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  /** Of a closed session the commission's own: the public reads `Closed session`. */
  @ApiProperty({ maxLength: 200, example: 'Morning' })
  @StorableText({ max: 200 })
  name: string;

  /** A place of this hearing. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  placeId?: string | null;

  /** Default: as the hearing is, closed in one of kind `closed_session`. */
  @ApiPropertyOptional({ type: Boolean })
  @IfGiven()
  @IsBoolean()
  closed?: boolean;

  /** The law that lets it be closed. A closed session cites it; default in a `closed_session`: those of its closed items. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  @IsOptional()
  @Citations()
  authority?: string | null;

  /** As planned; a day outside the hearing's is warned of. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  startsAt?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  endsAt?: string | null;

  /** As it was. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  openedAt?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  adjournedAt?: string | null;

  /**
   * Of a closed session that was adjourned; from then on the public reads it, the authority and the times (Gov. Code
   * 11126.3(f)), unless the hearing itself is the chamber's, being of kind `closed_session`.
   */
  @NullableText(5_000)
  reportedOut?: string | null;
}

export class UpdateHearingSessionDto extends PartialType(CreateHearingSessionDto, {
  skipNullProperties: false,
}) {}

export class ListHearingSessionsQuery extends ListQuery {}
