import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { IfGiven, Instant, ListQuery, StorableText, withRevision } from '#src/foundation/common/index.js';
import { type Scope, SCOPES } from '#src/trust/access/index.js';
import type { ApiKeyRow } from './api-key.repository.js';
import { OVERLAP_HOURS } from './key.policy.js';

export class ApiKeyDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'the city archive' })
  name: string;

  /** Whose it is: it may what its owner may, within its scopes. */
  @ApiProperty({ format: 'uuid' })
  ownerId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  ownerName: string;

  @ApiProperty({ enum: SCOPES, isArray: true })
  scopes: Scope[];

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: string | null;

  /** The day, never the moment. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  lastUsedOn: string | null;

  /** The key that took its place. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  rotatedTo: string | null;

  /** The key itself, in the answer that makes it and never again; null otherwise, in a repeated answer too. */
  @ApiProperty({ type: String, nullable: true, example: 'hearth_4f1c09ab2e_…' })
  key: string | null;

  static from(row: ApiKeyRow, key: string | null = null): ApiKeyDto {
    const dto = new ApiKeyDto();
    dto.id = row.id;
    dto.name = row.name;
    dto.ownerId = row.ownerId;
    dto.ownerName = row.ownerName;
    dto.scopes = row.scopes;
    dto.createdAt = row.createdAt.toISOString();
    dto.expiresAt = row.expiresAt?.toISOString() ?? null;
    dto.revokedAt = row.revokedAt?.toISOString() ?? null;
    dto.lastUsedOn = row.lastUsedOn;
    dto.rotatedTo = row.rotatedTo;
    dto.key = key;
    return withRevision(dto, row.revision);
  }
}

export class CreateApiKeyDto {
  @ApiProperty({ maxLength: 200, example: 'the city archive' })
  @StorableText({ max: 200 })
  name: string;

  /** What it may be used for, of what its owner may. */
  @ApiProperty({ enum: SCOPES, isArray: true, minItems: 1 })
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scopes: Scope[];

  /** At most 366 days from now. */
  @ApiProperty({ format: 'date-time' })
  @Instant()
  expiresAt: string;

  /**
   * For administrators: a key of a program of somebody else's, which is its own actor with the role integrator, and
   * not one of yours.
   */
  @ApiPropertyOptional({ default: false })
  @IfGiven()
  @IsBoolean()
  forIntegrator?: boolean;
}

export class RotateApiKeyDto {
  /** How many hours the former key goes on. */
  @ApiPropertyOptional({ minimum: 0, maximum: OVERLAP_HOURS.most, default: OVERLAP_HOURS.usual })
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(OVERLAP_HOURS.most)
  overlapHours?: number;
}

export class ListApiKeysQuery extends ListQuery {
  /** For administrators: the keys of this owner. Others see their own, whatever they ask. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID('all')
  owner?: string;
}
