import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IfGiven, ListQuery, StorableText, withRevision } from '#src/foundation/common/index.js';
import { FACTOR_KINDS, type FactorKind } from '../entities/account-factor.entity.js';
import { SignInStateDto } from '../sessions/session.dto.js';
import type { FactorRow } from './factors.repository.js';
import { PasskeyAttestationDto } from './passkeys/credential.dto.js';
import { attestationShape, IsCredential } from './passkeys/credential-shape.js';
import { PasskeyCreationOptionsDto } from './passkeys/passkey-options.dto.js';

export class ListFactorsQuery extends ListQuery {}

export class EnrolFactorDto {
  /** An app that makes codes (RFC 6238), or a passkey (WebAuthn). Some roles ask for a passkey. */
  @ApiProperty({ enum: FACTOR_KINDS })
  @IsIn(FACTOR_KINDS)
  kind: FactorKind;

  /** Your word for it. */
  @ApiProperty({ maxLength: 100, example: 'My telephone' })
  @StorableText({ max: 100 })
  name: string;
}

export class RenameFactorDto {
  @ApiProperty({ maxLength: 100, example: 'My old telephone' })
  @StorableText({ max: 100 })
  name: string;
}

export class FactorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FACTOR_KINDS })
  kind: FactorKind;

  @ApiProperty({ example: 'My telephone' })
  name: string;

  /** null: it does not count yet, and is gone an hour after it was enrolled. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  confirmedAt: string | null;

  /** A passkey: whether it is kept beyond the one device. */
  @ApiProperty()
  isBackedUp: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastUsedOn: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  static from(row: FactorRow): FactorDto {
    const dto = new FactorDto();
    dto.id = row.id;
    dto.kind = row.kind;
    dto.name = row.name;
    dto.confirmedAt = row.confirmedAt?.toISOString() ?? null;
    dto.isBackedUp = row.isBackedUp;
    dto.lastUsedOn = row.lastUsedOn;
    dto.createdAt = row.createdAt.toISOString();
    return withRevision(dto, row.revision);
  }
}

export class TotpEnrolmentDto {
  /** Base 32, to be typed where no picture can be read. */
  @ApiProperty({ example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  secret: string;

  /** To be shown as a picture. */
  @ApiProperty({
    example: 'otpauth://totp/Hearth:ada%40example.org?issuer=Hearth&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  })
  uri: string;
}

/** What sets the factor up, shown until it is confirmed to whoever enrolled it, and never again. */
export class EnrolledFactorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: FACTOR_KINDS })
  kind: FactorKind;

  @ApiProperty({ example: 'My telephone' })
  name: string;

  @ApiProperty({ type: TotpEnrolmentDto, nullable: true })
  totp: TotpEnrolmentDto | null;

  /** Good for five minutes. */
  @ApiProperty({ type: PasskeyCreationOptionsDto, nullable: true })
  passkey: PasskeyCreationOptionsDto | null;

  static from(
    row: FactorRow,
    what: { totp: TotpEnrolmentDto | null; passkey: PasskeyCreationOptionsDto | null },
  ): EnrolledFactorDto {
    const dto = new EnrolledFactorDto();
    dto.id = row.id;
    dto.kind = row.kind;
    dto.name = row.name;
    dto.totp = what.totp;
    dto.passkey = what.passkey;
    return withRevision(dto, row.revision);
  }
}

/** One of the two: that which the factor is. */
export class ConfirmFactorDto {
  /** The code that the app shows. */
  @ApiPropertyOptional({ pattern: '^[0-9]{6}$', example: '492039' })
  @IfGiven()
  @Matches(/^[0-9]{6}$/, { message: 'must be six figures' })
  totp?: string;

  @ApiPropertyOptional({ type: PasskeyAttestationDto })
  @IfGiven()
  @IsCredential(attestationShape)
  passkey?: PasskeyAttestationDto;
}

export class ConfirmedFactorDto {
  @ApiProperty({ type: FactorDto })
  factor: FactorDto;

  /** Made with the first factor, and shown this once; else empty. */
  @ApiProperty({ type: [String], example: ['4Q7ZC-M0T8X-9RJ2K-WB5HE'] })
  recoveryCodes: string[];

  /** A first factor finishes signing in: the token is a new one. */
  @ApiProperty({ type: SignInStateDto })
  session: SignInStateDto;

  static from(factor: FactorDto, recoveryCodes: string[], session: SignInStateDto): ConfirmedFactorDto {
    const dto = new ConfirmedFactorDto();
    dto.factor = factor;
    dto.recoveryCodes = recoveryCodes;
    dto.session = session;
    return dto;
  }
}
