import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { PLACE_KINDS, type PlaceKind } from './place-kind.js';
import type { PlaceAsTold, PlaceChange } from './place.entity.js';
import type { PlaceRow } from './place.repository.js';

export class PlaceAsToldDto {
  @ApiProperty({ example: 'County Building' })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  room: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true })
  url: string | null;

  @ApiProperty({ type: String, nullable: true })
  dialIn: string | null;
}

export class HearingPlaceChangeDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ example: 'The room is flooded.' })
  reason: string;

  /** Which properties changed; none: the place was added. */
  @ApiProperty({ type: [String], example: ['room'] })
  fields: string[];

  /** What was told before; null for a place that was added, or that was a closed room. */
  @ApiProperty({ type: PlaceAsToldDto, nullable: true })
  before: PlaceAsToldDto | null;
}

export class HearingPlaceDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  /** `room`: a further room; `teleconference`: a location on the line; `remote`: a way in from anywhere. */
  @ApiProperty({ enum: PLACE_KINDS })
  kind: PlaceKind;

  @ApiProperty({ example: 'Overflow room' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Room 114' })
  room: string | null;

  @ApiProperty({ type: String, nullable: true })
  address: string | null;

  @ApiProperty({ type: String, nullable: true })
  accessibility: string | null;

  @ApiProperty({ type: String, nullable: true })
  parking: string | null;

  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://meet.example.org/summit' })
  url: string | null;

  /** By telephone. */
  @ApiProperty({ type: String, nullable: true, example: '+1 555 0100, code 8812' })
  dialIn: string | null;

  /** Whether anybody may come there. */
  @ApiProperty()
  publicAccess: boolean;

  /** The room of a closed session: shown to the commission alone. */
  @ApiProperty()
  closed: boolean;

  /** It was announced and then given up. */
  @ApiProperty()
  withdrawn: boolean;

  @ApiProperty({ type: String, nullable: true })
  note: string | null;

  /** What changed after the notice, and why; the earliest first. */
  @ApiProperty({ type: [HearingPlaceChangeDto] })
  changes: HearingPlaceChangeDto[];

  static from(row: PlaceRow): HearingPlaceDto {
    const dto = new HearingPlaceDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.kind = row.kind;
    dto.name = row.name;
    dto.room = row.room;
    dto.address = row.address;
    dto.accessibility = row.accessibility;
    dto.parking = row.parking;
    dto.url = row.url;
    dto.dialIn = row.dialIn;
    dto.publicAccess = row.publicAccess;
    dto.closed = row.closed;
    dto.withdrawn = row.withdrawn;
    dto.note = row.note;
    dto.changes = row.changes.map(changeOf);
    return withRevision(dto, row.revision);
  }
}

function changeOf({ at, reason, fields, before }: PlaceChange): HearingPlaceChangeDto {
  return { at, reason, fields: [...fields], before: before && toldOf(before) };
}

function toldOf({ name, room, address, url, dialIn }: PlaceAsTold): PlaceAsToldDto {
  return { name, room, address, url, dialIn };
}
