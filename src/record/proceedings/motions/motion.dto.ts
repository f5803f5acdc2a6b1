import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { type Warning, WarningDto } from '#src/record/hearings/index.js';
import { MOTION_KINDS, MOTION_OUTCOMES, type MotionKind, type MotionOutcome } from './motion-kind.js';
import type { MotionRow, VoteRow } from './motion.repository.js';
import {
  THRESHOLDS,
  type Threshold,
  VOTE_BASES,
  VOTE_CHOICES,
  type VoteBase,
  type VoteChoice,
} from './voting/vote-policy.js';

export class MoverDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  static from({ id, name }: MoverDto): MoverDto {
    const dto = new MoverDto();
    dto.id = id;
    dto.name = name;
    return dto;
  }
}

export class VoteDto {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ enum: VOTE_CHOICES })
  choice: VoteChoice;

  static from({ personId, name, choice }: VoteRow): VoteDto {
    const dto = new VoteDto();
    dto.personId = personId;
    dto.name = name;
    dto.choice = choice;
    return dto;
  }
}

export class TallyDto {
  @ApiProperty({ type: 'integer', example: 5 })
  aye: number;

  @ApiProperty({ type: 'integer', example: 3 })
  no: number;

  @ApiProperty({ type: 'integer', example: 1 })
  abstain: number;

  @ApiProperty({ type: 'integer', example: 0 })
  recused: number;

  @ApiProperty({ type: 'integer', example: 2 })
  absent: number;

  static from({ aye, no, abstain, recused, absent }: TallyDto): TallyDto {
    const dto = new TallyDto();
    dto.aye = aye;
    dto.no = no;
    dto.abstain = abstain;
    dto.recused = recused;
    dto.absent = absent;
    return dto;
  }
}

export class MotionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  @ApiProperty({ enum: MOTION_KINDS })
  kind: MotionKind;

  @ApiProperty({ example: 'That the commission ask every county for its protocol.' })
  text: string;

  /** Taken behind closed doors: at a closed item or in a closed session. */
  @ApiProperty()
  closed: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sessionId: string | null;

  /** null for whoever may not see the person. */
  @ApiProperty({ type: MoverDto, nullable: true })
  movedBy: MoverDto | null;

  @ApiProperty({ type: MoverDto, nullable: true })
  secondedBy: MoverDto | null;

  @ApiProperty({ format: 'date-time', example: '2016-03-24T17:30:00.000Z' })
  movedAt: string;

  @ApiProperty({ enum: THRESHOLDS })
  threshold: Threshold;

  /** Of whom the threshold is a share. */
  @ApiProperty({ enum: VOTE_BASES })
  of: VoteBase;

  /** `pending` until the roll was called; `withdrawn` with its reason, whatever the vote had said. */
  @ApiProperty({ enum: MOTION_OUTCOMES })
  outcome: MotionOutcome;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  votedAt: string | null;

  /** Why it was withdrawn. */
  @ApiProperty({ type: String, nullable: true })
  withdrawnReason: string | null;

  /** null: no vote was taken. */
  @ApiProperty({ type: TallyDto, nullable: true })
  tally: TallyDto | null;

  /** The roll call, by name. */
  @ApiProperty({ type: [VoteDto] })
  votes: VoteDto[];

  /**
   * For the desk; empty for everybody else. What the vote stood on and, since the roll, a session, the bench or a recusal
   * was corrected, does not any more. It refuses nothing.
   */
  @ApiProperty({ type: [WarningDto] })
  warnings: WarningDto[];

  static from(row: MotionRow, warnings: readonly Warning[]): MotionDto {
    const dto = new MotionDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.kind = row.kind;
    dto.text = row.text;
    dto.closed = row.closed;
    dto.agendaItemId = row.agendaItemId;
    dto.sessionId = row.sessionId;
    dto.movedBy = row.movedBy && MoverDto.from(row.movedBy);
    dto.secondedBy = row.secondedBy && MoverDto.from(row.secondedBy);
    dto.movedAt = row.movedAt.toISOString();
    dto.threshold = row.threshold;
    dto.of = row.voteOf;
    dto.outcome = row.outcome;
    dto.votedAt = row.votedAt?.toISOString() ?? null;
    dto.withdrawnReason = row.withdrawnReason;
    dto.tally = row.tally && TallyDto.from(row.tally);
    dto.votes = row.votes.map((vote) => VoteDto.from(vote));
    dto.warnings = warnings.map((warning) => WarningDto.from(warning));
    return withRevision(dto, row.revision);
  }
}
