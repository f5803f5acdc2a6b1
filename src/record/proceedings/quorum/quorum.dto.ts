import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IfGiven, Instant } from '#src/foundation/common/index.js';
import type { QuorumChange } from './quorum-changes.js';
import type { Segment, Standing } from './timeline.js';

const iso = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();

export class QuorumStandingDto {
  /** The people on the bench and beside it who are there. */
  @ApiProperty({ type: String, format: 'uuid', isArray: true })
  present: string[];

  /** How many of them are voting members. */
  @ApiProperty({ type: 'integer', example: 6 })
  counted: number;

  /** How many make a quorum that day. */
  @ApiProperty({ type: 'integer', example: 5 })
  needed: number;

  @ApiProperty()
  quorum: boolean;

  /** Whether a session is open at the time. */
  @ApiProperty()
  inSession: boolean;

  static from(standing: Standing): QuorumStandingDto {
    const dto = new QuorumStandingDto();
    fill(dto, standing);
    return dto;
  }
}

/** A stretch of time in which nothing changes: from its beginning on, and before its end. */
export class QuorumSegmentDto extends QuorumStandingDto {
  @ApiProperty({ format: 'date-time' })
  from: string;

  /** null: until now. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until: string | null;

  static override from(segment: Segment): QuorumSegmentDto {
    const dto = new QuorumSegmentDto();
    dto.from = new Date(segment.from).toISOString();
    dto.until = iso(segment.until);
    fill(dto, segment);
    return dto;
  }
}

export class QuorumChangeDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: ['made', 'lost'] })
  change: 'made' | 'lost';

  /** Whose coming made it or whose going lost it; empty where the number needed changed at midnight. */
  @ApiProperty({ type: String, format: 'uuid', isArray: true })
  by: string[];

  @ApiProperty()
  inSession: boolean;

  static from(change: QuorumChange): QuorumChangeDto {
    const dto = new QuorumChangeDto();
    dto.at = new Date(change.at).toISOString();
    dto.change = change.change;
    dto.by = [...change.by];
    dto.inSession = change.inSession;
    return dto;
  }
}

export class QuorumDto {
  /** Who is there at the moment that `at` asks about; null without `at`. */
  @ApiProperty({ type: QuorumStandingDto, nullable: true })
  standing: QuorumStandingDto | null;

  /** The whole sitting, without gap or overlap, from the first that comes or opens to the last that ends. */
  @ApiProperty({ type: [QuorumSegmentDto] })
  segments: QuorumSegmentDto[];

  /** When quorum was made and lost, and by whom. */
  @ApiProperty({ type: [QuorumChangeDto] })
  changes: QuorumChangeDto[];

  static from(
    standing: Standing | null,
    segments: readonly Segment[],
    changes: readonly QuorumChange[],
  ): QuorumDto {
    const dto = new QuorumDto();
    dto.standing = standing && QuorumStandingDto.from(standing);
    dto.segments = segments.map((segment) => QuorumSegmentDto.from(segment));
    dto.changes = changes.map((change) => QuorumChangeDto.from(change));
    return dto;
  }
}

export class QuorumQuery {
  /** A moment with its offset: who is there then? */
  @ApiPropertyOptional({ type: String, format: 'date-time', example: '2016-03-24T10:30:00-07:00' })
  @IfGiven()
  @Instant()
  at?: string;
}

function fill(dto: QuorumStandingDto, { present, counted, needed, quorum, inSession }: Standing): void {
  dto.present = [...present];
  dto.counted = counted.length;
  dto.needed = needed;
  dto.quorum = quorum;
  dto.inSession = inSession;
}
