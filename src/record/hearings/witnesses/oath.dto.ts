import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Instant, StorableText } from '#src/foundation/common/index.js';
import { OATH_KINDS, type OathKind } from './witness-status.js';

export class OathDto {
  /** An oath calls on God, an affirmation does not; both bind alike. */
  @ApiProperty({ enum: OATH_KINDS, example: 'affirmed' })
  @IsIn(OATH_KINDS)
  kind: OathKind;

  @ApiProperty({ maxLength: 200, example: 'Clerk of the commission' })
  @StorableText({ max: 200 })
  administeredBy: string;

  /** A moment in the past. */
  @ApiProperty({ type: String, format: 'date-time', example: '2016-03-24T17:05:00.000Z' })
  @Instant()
  at: string;
}
