import { ApiProperty } from '@nestjs/swagger';
import type { PasskeyRow } from './passkey-factors.js';
import { ALGORITHMS, userHandleOf } from './passkeys.js';

/** How long a challenge is good, and the browser waits. */
export const CHALLENGE_MINUTES = 5;

export class PasskeyDescriptorDto {
  @ApiProperty({ enum: ['public-key'] })
  type: 'public-key';

  /** base64url, as all bytes here. */
  @ApiProperty()
  id: string;

  @ApiProperty({ type: [String], example: ['internal', 'hybrid'] })
  transports: string[];

  static from({ credentialId, transports }: PasskeyRow): PasskeyDescriptorDto {
    const dto = new PasskeyDescriptorDto();
    dto.type = 'public-key';
    dto.id = credentialId.toString('base64url');
    dto.transports = transports;
    return dto;
  }
}

/** For `PublicKeyCredential.parseRequestOptionsFromJSON()` and `navigator.credentials.get()`. */
export class PasskeyRequestOptionsDto {
  @ApiProperty()
  challenge: string;

  @ApiProperty({ example: 'record.example.org' })
  rpId: string;

  /** Milliseconds. */
  @ApiProperty({ type: 'integer', example: 300_000 })
  timeout: number;

  @ApiProperty({ enum: ['required'] })
  userVerification: 'required';

  @ApiProperty({ type: [PasskeyDescriptorDto] })
  allowCredentials: PasskeyDescriptorDto[];

  static from(rpId: string, challenge: string, passkeys: readonly PasskeyRow[]): PasskeyRequestOptionsDto {
    const dto = new PasskeyRequestOptionsDto();
    dto.challenge = challenge;
    dto.rpId = rpId;
    dto.timeout = CHALLENGE_MINUTES * 60_000;
    dto.userVerification = 'required';
    dto.allowCredentials = passkeys.map((row) => PasskeyDescriptorDto.from(row));
    return dto;
  }
}

class PasskeyPartyDto {
  @ApiProperty({ example: 'record.example.org' })
  id: string;

  @ApiProperty({ example: 'Hearth record.example.org' })
  name: string;
}

class PasskeyOwnerDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ example: 'ada@example.org' })
  name: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  displayName: string;
}

class PasskeyAlgorithmDto {
  @ApiProperty({ enum: ['public-key'] })
  type: 'public-key';

  /** COSE (RFC 9053). */
  @ApiProperty({ type: 'integer', example: -7 })
  alg: number;
}

class PasskeySelectionDto {
  @ApiProperty({ enum: ['preferred'] })
  residentKey: 'preferred';

  @ApiProperty({ enum: ['required'] })
  userVerification: 'required';
}

export interface Creation {
  readonly party: { readonly id: string; readonly name: string };
  readonly owner: { readonly id: string; readonly email: string; readonly name: string };
  readonly challenge: string;
  readonly has: readonly PasskeyRow[];
}

/** For `PublicKeyCredential.parseCreationOptionsFromJSON()` and `navigator.credentials.create()`. */
export class PasskeyCreationOptionsDto {
  @ApiProperty({ type: PasskeyPartyDto })
  rp: PasskeyPartyDto;

  @ApiProperty({ type: PasskeyOwnerDto })
  user: PasskeyOwnerDto;

  @ApiProperty()
  challenge: string;

  @ApiProperty({ type: [PasskeyAlgorithmDto] })
  pubKeyCredParams: PasskeyAlgorithmDto[];

  /** Milliseconds. */
  @ApiProperty({ type: 'integer', example: 300_000 })
  timeout: number;

  /** What holds one of these makes no second. */
  @ApiProperty({ type: [PasskeyDescriptorDto] })
  excludeCredentials: PasskeyDescriptorDto[];

  @ApiProperty({ type: PasskeySelectionDto })
  authenticatorSelection: PasskeySelectionDto;

  @ApiProperty({ enum: ['none'] })
  attestation: 'none';

  static from({ party, owner, challenge, has }: Creation): PasskeyCreationOptionsDto {
    const dto = new PasskeyCreationOptionsDto();
    dto.rp = { id: party.id, name: party.name };
    dto.user = { id: userHandleOf(owner.id), name: owner.email, displayName: owner.name };
    dto.challenge = challenge;
    dto.pubKeyCredParams = ALGORITHMS.map((alg) => ({ type: 'public-key', alg }));
    dto.timeout = CHALLENGE_MINUTES * 60_000;
    dto.excludeCredentials = has.map((row) => PasskeyDescriptorDto.from(row));
    dto.authenticatorSelection = { residentKey: 'preferred', userVerification: 'required' };
    dto.attestation = 'none';
    return dto;
  }
}
