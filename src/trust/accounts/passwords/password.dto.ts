import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { StorableText } from '#src/foundation/common/index.js';
import { LONGEST, MOST_READ, SHORTEST } from './rules/password-text.js';

export class RequestPasswordResetDto {
  @ApiProperty({ maxLength: 254, example: 'ada@example.org' })
  @StorableText({ max: 254 })
  email: string;
}

export class ConfirmPasswordResetDto {
  /** What was mailed: behind `#token=` in the link, and by itself below it. */
  @ApiProperty({ maxLength: 128, example: 'Zt0m9b3jv3mZKk0mX0m7vC0h2gkq3G0ZQpYk1tY4m3cX' })
  @StorableText({ max: 128 })
  token: string;

  /** Any characters, counted as Unicode code points in the form NFKC. */
  @ApiProperty({ minLength: SHORTEST, maxLength: LONGEST, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(MOST_READ)
  password: string;
}

export class ChangeOwnPasswordDto {
  @ApiProperty({ maxLength: MOST_READ, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(MOST_READ)
  currentPassword: string;

  /** Any characters, counted as Unicode code points in the form NFKC. */
  @ApiProperty({ minLength: SHORTEST, maxLength: LONGEST, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(MOST_READ)
  newPassword: string;
}
