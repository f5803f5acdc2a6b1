import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUrl, Matches, MaxLength } from 'class-validator';
import { IfGiven, ListQuery, NullableText, StorableText } from '#src/foundation/common/index.js';
import { Order } from '../../shared/fields.js';
import { PLACE_KINDS, type PlaceKind } from './place-kind.js';

export class CreateHearingPlaceDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  /** `room`: a further room; `teleconference`: a location on the line; `remote`: a way in from anywhere. */
  @ApiProperty({ enum: PLACE_KINDS })
  @IsIn(PLACE_KINDS)
  kind: PlaceKind;

  @ApiProperty({ maxLength: 300, example: 'Overflow room' })
  @StorableText({ max: 300 })
  name: string;

  @NullableText(200, 'Room 114')
  room?: string | null;

  /** Required for a teleconference location. */
  @NullableText(500)
  address?: string | null;

  @NullableText(2_000)
  accessibility?: string | null;

  @NullableText(2_000)
  parking?: string | null;

  /** `https` alone. A remote place has a link or a telephone number. */
  @ApiPropertyOptional({ type: String, format: 'uri', nullable: true, maxLength: 2_000 })
  @IsOptional()
  @MaxLength(2_000)
  @Matches(/^https:\/\//, { message: 'must be an https address' })
  @IsUrl({ protocols: ['https'], require_protocol: true, disallow_auth: true })
  url?: string | null;

  /** By telephone. */
  @NullableText(300, '+1 555 0100, code 8812')
  dialIn?: string | null;

  /** Whether anybody may come there. */
  @ApiPropertyOptional({ type: Boolean, default: true })
  @IfGiven()
  @IsBoolean()
  publicAccess?: boolean;

  /** The room of a closed session: shown to the commission alone. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  closed?: boolean;

  @NullableText(2_000)
  note?: string | null;

  /** Once the hearing was noticed: why a place is added, moved or given up. Everybody who sees it reads it. */
  @ApiPropertyOptional({ type: String, maxLength: 2_000, example: 'The room is flooded.' })
  @IfGiven()
  @StorableText({ max: 2_000 })
  reason?: string;
}

export class UpdateHearingPlaceDto extends PartialType(CreateHearingPlaceDto, { skipNullProperties: false }) {
  /** Once the hearing was noticed: the place was given up, and stays on the record as such. */
  @ApiPropertyOptional({ type: Boolean })
  @IfGiven()
  @IsBoolean()
  withdrawn?: boolean;
}

export class ListHearingPlacesQuery extends ListQuery {}
