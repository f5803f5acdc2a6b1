import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';

export class SingleSignOnDto {
  /** What people call the provider; null where there is none. */
  @ApiProperty({ type: String, nullable: true, example: 'County of Alameda' })
  provider: string | null;

  static from(provider: string | undefined): SingleSignOnDto {
    const dto = new SingleSignOnDto();
    dto.provider = provider ?? null;
    return dto;
  }
}

export class FarewellDto {
  /** Where the browser signs out at the provider too; null where that cannot be. */
  @ApiProperty({ type: String, nullable: true })
  location: string | null;

  static from(location: string | null): FarewellDto {
    const dto = new FarewellDto();
    dto.location = location;
    return dto;
  }
}

export class LogoutTokenDto {
  /** A signed statement of the provider's: OpenID Connect Back-Channel Logout 1.0, 2.4. */
  @ApiProperty({ maxLength: 16_384 })
  @IsString()
  @MaxLength(16_384)
  logout_token: string;
}
