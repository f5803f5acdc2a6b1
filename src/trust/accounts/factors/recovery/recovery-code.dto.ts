import { ApiProperty } from '@nestjs/swagger';
import type { RecoveryState } from './recovery-codes.js';

export class RecoveryStateDto {
  /** How many are not used. */
  @ApiProperty({ type: 'integer', example: 10 })
  left: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  madeAt: string | null;

  static from({ left, madeAt }: RecoveryState): RecoveryStateDto {
    const dto = new RecoveryStateDto();
    dto.left = left;
    dto.madeAt = madeAt?.toISOString() ?? null;
    return dto;
  }
}

export class RecoveryCodesDto {
  /** Shown this once. */
  @ApiProperty({ type: [String], example: ['4Q7ZC-M0T8X-9RJ2K-WB5HE'] })
  codes: string[];

  static from(codes: string[]): RecoveryCodesDto {
    const dto = new RecoveryCodesDto();
    dto.codes = codes;
    return dto;
  }
}
