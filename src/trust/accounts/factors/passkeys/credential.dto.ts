import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

class PasskeyAssertionAnswerDto {
  /** base64url, as all bytes here. */
  @ApiProperty()
  clientDataJSON: string;

  @ApiProperty()
  authenticatorData: string;

  @ApiProperty()
  signature: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  userHandle?: string | null;
}

/** `PublicKeyCredential.toJSON()` of `navigator.credentials.get()`; what else a browser writes is passed over. */
export class PasskeyAssertionDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  rawId: string;

  @ApiProperty({ enum: ['public-key'] })
  type: 'public-key';

  @ApiProperty({ type: PasskeyAssertionAnswerDto })
  response: PasskeyAssertionAnswerDto;
}

class PasskeyAttestationAnswerDto {
  @ApiProperty()
  clientDataJSON: string;

  @ApiProperty()
  attestationObject: string;

  @ApiPropertyOptional({ type: [String], example: ['internal', 'hybrid'] })
  transports?: string[];
}

/** `PublicKeyCredential.toJSON()` of `navigator.credentials.create()`; what else a browser writes is passed over. */
export class PasskeyAttestationDto {
  @ApiProperty()
  id: string;

  @ApiProperty()
  rawId: string;

  @ApiProperty({ enum: ['public-key'] })
  type: 'public-key';

  @ApiProperty({ type: PasskeyAttestationAnswerDto })
  response: PasskeyAttestationAnswerDto;
}
