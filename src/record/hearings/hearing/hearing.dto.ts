import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { HEARING_STATUSES, type HearingStatus } from '../status/hearing-status.js';
import { HEARING_KINDS, type HearingKind } from './hearing-kind.js';
import type { HearingRow, ZoneOfHearing } from './hearing.repository.js';

export class HearingVenueDto {
  @ApiProperty({ example: 'Laney College, The Forum' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: '900 Fallon Street, Oakland, CA 94612' })
  address: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Room 112' })
  room: string | null;

  /** How somebody in a wheelchair gets in, where the loop is, whom to ask. */
  @ApiProperty({ type: String, nullable: true })
  accessibility: string | null;

  @ApiProperty({ type: String, nullable: true })
  parking: string | null;
}

export class HearingZoneDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer', example: 4 })
  number: number;

  @ApiProperty({ example: 'Oakland' })
  name: string;
}

export class HearingDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: HEARING_KINDS })
  kind: HearingKind;

  @ApiProperty({ example: 'Regional information summit, Oakland' })
  title: string;

  @ApiProperty({ type: String, nullable: true })
  description: string | null;

  @ApiProperty({ enum: HEARING_STATUSES })
  status: HearingStatus;

  @ApiProperty({ format: 'date-time', example: '2016-04-21T16:00:00.000Z' })
  startsAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endsAt: string | null;

  /** The IANA time zone of the place. */
  @ApiProperty({ example: 'America/Los_Angeles' })
  timeZone: string;

  /** BCP 47. */
  @ApiProperty({ example: 'en' })
  language: string;

  /** BCP 47: into which languages it is interpreted. */
  @ApiProperty({ type: [String], example: ['es'] })
  languages: string[];

  @ApiProperty({ type: HearingVenueDto, nullable: true })
  venue: HearingVenueDto | null;

  /** What a reader or listener may want to know before they begin. */
  @ApiProperty({ type: String, nullable: true })
  contentNote: string | null;

  /** The zones that it serves, by number. */
  @ApiProperty({ type: [HearingZoneDto] })
  zones: HearingZoneDto[];

  /** Until then only clerks see the hearing and all that hangs on it; null: no embargo was set. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  embargoUntil: string | null;

  /** As in its calendar entry: grows when its time, time zone, venue, status or title change. */
  @ApiProperty({ type: 'integer', example: 2 })
  sequence: number;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  static from(row: HearingRow): HearingDto {
    const dto = new HearingDto();
    dto.id = row.id;
    dto.kind = row.kind;
    dto.title = row.title;
    dto.description = row.description;
    dto.status = row.status;
    dto.startsAt = row.startsAt.toISOString();
    dto.endsAt = row.endsAt?.toISOString() ?? null;
    dto.timeZone = row.timeZone;
    dto.language = row.language;
    dto.languages = row.languages;
    dto.venue = venueOf(row);
    dto.contentNote = row.contentNote;
    dto.zones = row.zones.map(zone);
    dto.embargoUntil = row.embargoUntil?.toISOString() ?? null;
    dto.sequence = row.sequence;
    dto.createdAt = row.createdAt.toISOString();
    dto.updatedAt = row.updatedAt.toISOString();
    return withRevision(dto, row.revision);
  }
}

function venueOf(row: HearingRow): HearingVenueDto | null {
  if (row.venueName === null) return null;
  return {
    name: row.venueName,
    address: row.venueAddress,
    room: row.venueRoom,
    accessibility: row.venueAccessibility,
    parking: row.venueParking,
  };
}

function zone({ id, number, name }: ZoneOfHearing): HearingZoneDto {
  return { id, number, name };
}
