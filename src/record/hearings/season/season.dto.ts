import { LocalDate } from '#src/foundation/common/index.js';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { HEARING_KINDS, type HearingKind } from '../hearing/hearing-kind.js';
import { HEARING_STATUSES, type HearingStatus } from '../status/hearing-status.js';

export class GetSeasonQuery {
  /** The first day, in the commission's time zone. */
  @ApiPropertyOptional({ format: 'date', example: '2015-10-01' })
  @IsOptional()
  @LocalDate()
  from?: string;

  /** The last day, which is included. */
  @ApiPropertyOptional({ format: 'date', example: '2016-06-30' })
  @IsOptional()
  @LocalDate()
  to?: string;
}

export class SeasonCountsDto {
  /** Drafts: seen by clerks alone. */
  @ApiProperty({ type: 'integer', example: 0 })
  planned: number;

  /** Noticed, or rescheduled, and not yet begun. */
  @ApiProperty({ type: 'integer', example: 1 })
  noticed: number;

  /** Begun and not adjourned, in recess or not. */
  @ApiProperty({ type: 'integer', example: 0 })
  inSession: number;

  /** Adjourned, with or without its minutes. */
  @ApiProperty({ type: 'integer', example: 4 })
  held: number;

  @ApiProperty({ type: 'integer', example: 1 })
  postponed: number;

  @ApiProperty({ type: 'integer', example: 0 })
  cancelled: number;
}

export class SeasonKindDto extends SeasonCountsDto {
  @ApiProperty({ enum: HEARING_KINDS })
  kind: HearingKind;

  /** Of all items of the plan of this kind; null: nothing was promised. */
  @ApiProperty({ type: 'integer', nullable: true, example: 6 })
  promised: number | null;
}

export class SeasonPlanItemDto extends SeasonCountsDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Regional summits' })
  label: string;

  /** null: `held` was counted by hand, and the other numbers are 0. */
  @ApiProperty({ enum: HEARING_KINDS, nullable: true })
  kind: HearingKind | null;

  @ApiProperty({ type: 'integer', example: 6 })
  promised: number;

  /** Promised and not held yet; never below 0. */
  @ApiProperty({ type: 'integer', example: 2 })
  outstanding: number;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2016-06-30' })
  dueOn: string | null;
}

export class SeasonZoneDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer', example: 8 })
  number: number;

  @ApiProperty({ example: 'San Diego' })
  name: string;

  /** Whether a hearing that serves it was held. */
  @ApiProperty()
  covered: boolean;

  @ApiProperty({ type: 'integer', example: 1 })
  held: number;

  /** Hearings that serve it and may still be held, a postponed one as well. */
  @ApiProperty({ type: 'integer', example: 0 })
  ahead: number;
}

export class SeasonSectorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'child-welfare' })
  key: string;

  @ApiProperty({ example: 'Child welfare and social services' })
  name: string;

  /** How many witnesses who spoke for it were heard. */
  @ApiProperty({ type: 'integer', example: 3 })
  heard: number;
}

export class SeasonLanguageDto {
  /** BCP 47. */
  @ApiProperty({ example: 'es' })
  language: string;

  /** How many hearings are held in it or interpreted into it; cancelled ones do not count. */
  @ApiProperty({ type: 'integer', example: 4 })
  hearings: number;
}

export class SeasonHearingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: HEARING_KINDS })
  kind: HearingKind;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: HEARING_STATUSES })
  status: HearingStatus;

  @ApiProperty({ format: 'date-time', example: '2016-04-21T16:00:00.000Z' })
  startsAt: string;

  @ApiProperty({ example: 'America/Los_Angeles' })
  timeZone: string;

  /** The numbers of the zones that it serves. */
  @ApiProperty({ type: [Number], example: [1, 2, 3] })
  zones: number[];
}

export class SeasonDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2015-10-01' })
  from: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2016-06-30' })
  to: string | null;

  /** Promised against held; with a first or last day, only what is due then, or at no day. The next due first. */
  @ApiProperty({ type: [SeasonPlanItemDto] })
  plan: SeasonPlanItemDto[];

  /** Every kind of hearing, promised or not. */
  @ApiProperty({ type: [SeasonKindDto] })
  kinds: SeasonKindDto[];

  /** Every zone of the commission, by number. */
  @ApiProperty({ type: [SeasonZoneDto] })
  zones: SeasonZoneDto[];

  /** Every sector of the commission, by name. */
  @ApiProperty({ type: [SeasonSectorDto] })
  sectors: SeasonSectorDto[];

  /** The most frequent first. */
  @ApiProperty({ type: [SeasonLanguageDto] })
  languages: SeasonLanguageDto[];

  /** In the order of their starts, the first 250. */
  @ApiProperty({ type: [SeasonHearingDto] })
  hearings: SeasonHearingDto[];

  /** How many there are, listed or not. */
  @ApiProperty({ type: 'integer', example: 6 })
  total: number;
}
