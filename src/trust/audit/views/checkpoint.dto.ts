import { ApiProperty } from '@nestjs/swagger';
import type { Backlog } from '../seal/backlog.js';
import type { ChainedCheckpoint } from '../tree/index.js';

const HASH = {
  pattern: '^[0-9a-f]{64}$',
  example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
};

export class CheckpointDto {
  /** How many entries it seals. */
  @ApiProperty({ type: 'integer', example: 4712 })
  size: number;

  /** RFC 6962 root over them. */
  @ApiProperty(HASH)
  root: string;

  /** Hash of the checkpoint before; 64 zeros for the first. */
  @ApiProperty(HASH)
  previous: string;

  /** SHA-256 over the canonical JSON (RFC 8785) of `at`, `previous`, `root`, `size` and `upto`. */
  @ApiProperty(HASH)
  hash: string;

  /** Number of the database's transaction before which everything is sealed. */
  @ApiProperty({ example: '81533' })
  upto: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  static from(checkpoint: ChainedCheckpoint): CheckpointDto {
    return Object.assign(new CheckpointDto(), plain(checkpoint));
  }
}

export class LatestCheckpointDto {
  /** null: nothing was sealed yet. */
  @ApiProperty({ type: CheckpointDto, nullable: true })
  checkpoint: CheckpointDto | null;

  /** How many entries are written and not yet sealed. */
  @ApiProperty({ type: 'integer', example: 0 })
  unsealed: number;

  /** When the oldest of them was written; null if there is none. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  oldestUnsealedAt: string | null;

  static from(checkpoint: ChainedCheckpoint | null, backlog: Backlog): LatestCheckpointDto {
    const dto = new LatestCheckpointDto();
    dto.checkpoint = checkpoint && CheckpointDto.from(checkpoint);
    dto.unsealed = backlog.count;
    dto.oldestUnsealedAt = backlog.oldestAt?.toISOString() ?? null;
    return dto;
  }
}

function plain({ size, root, previous, hash, upto, at }: ChainedCheckpoint): CheckpointDto {
  return {
    ...{ size, upto, at },
    ...{ root: root.toString('hex'), previous: previous.toString('hex'), hash: hash.toString('hex') },
  };
}
