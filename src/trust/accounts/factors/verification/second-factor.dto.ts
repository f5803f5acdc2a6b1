import { ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IfGiven, StorableText } from '#src/foundation/common/index.js';
import { PasskeyAssertionDto } from '../passkeys/credential.dto.js';
import { assertionShape, IsCredential } from '../passkeys/credential-shape.js';

/** Exactly one of them. */
export class SecondFactorDto {
  /** The code that an app shows; each is good once. */
  @ApiPropertyOptional({ pattern: '^[0-9]{6}$', example: '492039' })
  @IfGiven()
  @Matches(/^[0-9]{6}$/, { message: 'must be six figures' })
  totp?: string;

  @ApiPropertyOptional({ type: PasskeyAssertionDto })
  @IfGiven()
  @IsCredential(assertionShape)
  passkey?: PasskeyAssertionDto;

  /** Each is good once. Where a passkey is asked for it lets its owner set up a new one, no more. */
  @ApiPropertyOptional({ maxLength: 64, example: '4Q7ZC-M0T8X-9RJ2K-WB5HE' })
  @IfGiven()
  @StorableText({ max: 64 })
  recoveryCode?: string;
}
