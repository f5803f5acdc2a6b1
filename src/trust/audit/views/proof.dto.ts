import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { IfGiven } from '#src/foundation/common/index.js';

const HASH = { pattern: '^[0-9a-f]{64}$' };
const SIZE = { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER, example: 4712 } as const;

/** A number as it stands in a query. */
const WholeNumber = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
  );

export class InclusionProofQuery {
  /** In the log as it was with so many entries. Absent: the latest checkpoint's. */
  @ApiPropertyOptional(SIZE)
  @IfGiven()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  size?: number;
}

export class ConsistencyProofQuery {
  /** Size of the older log: an anchor's, say. */
  @ApiProperty(SIZE)
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  from: number;

  /** Size of the newer one. Absent: the latest checkpoint's. */
  @ApiPropertyOptional(SIZE)
  @IfGiven()
  @WholeNumber()
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  to?: number;
}

export class InclusionProofDto {
  /** What was hashed: SHA-256(0x00 || its canonical JSON, RFC 8785). */
  @ApiProperty({ type: 'object', additionalProperties: true })
  leaf: object;

  @ApiProperty({ type: 'integer', example: 4711 })
  index: number;

  @ApiProperty({ type: 'integer', example: 4712 })
  size: number;

  /** The audit path of RFC 6962 2.1.1. */
  @ApiProperty({ type: [String], items: { type: 'string', ...HASH } })
  path: string[];

  @ApiProperty(HASH)
  root: string;

  static from(proof: InclusionProofDto): InclusionProofDto {
    const { leaf, index, size, path, root } = proof;
    return Object.assign(new InclusionProofDto(), { leaf, index, size, path, root });
  }
}

export class ConsistencyProofDto {
  @ApiProperty({ type: 'integer', example: 4000 })
  from: number;

  @ApiProperty({ type: 'integer', example: 4712 })
  size: number;

  /** The consistency proof of RFC 6962 2.1.2. */
  @ApiProperty({ type: [String], items: { type: 'string', ...HASH } })
  path: string[];

  /** Root of the older log: compare it with the one you kept. */
  @ApiProperty(HASH)
  fromRoot: string;

  @ApiProperty(HASH)
  root: string;

  static from(proof: ConsistencyProofDto): ConsistencyProofDto {
    const { from, size, path, fromRoot, root } = proof;
    return Object.assign(new ConsistencyProofDto(), { from, size, path, fromRoot, root });
  }
}
