import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Instant, ListQuery, StorableText } from '#src/foundation/common/index.js';
import { Order } from '#src/record/hearings/index.js';
import { MOTION_KINDS, type MotionKind } from './motion-kind.js';
import {
  THRESHOLDS,
  type Threshold,
  VOTE_BASES,
  VOTE_CHOICES,
  type VoteBase,
  type VoteChoice,
} from './voting/vote-policy.js';

export class CreateMotionDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  /** `recess` and `adjourn` are voted on without a quorum as well. */
  @ApiPropertyOptional({ enum: MOTION_KINDS, default: 'main' })
  @IfGiven()
  @IsIn(MOTION_KINDS)
  kind?: MotionKind;

  @ApiProperty({ maxLength: 5_000, example: 'That the commission ask every county for its protocol.' })
  @StorableText({ max: 5_000 })
  text: string;

  /** The item it is moved at: a motion at a closed item is as closed, and who stepped back from its matter has no part in it. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  agendaItemId?: string | null;

  /** Default: the session that is open at `movedAt`. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  sessionId?: string | null;

  /** A person on the bench who is there. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  movedBy: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  secondedBy?: string | null;

  /** Default: now. */
  @ApiPropertyOptional({ format: 'date-time', example: '2016-03-24T10:30:00-07:00' })
  @IfGiven()
  @Instant()
  movedAt?: string;

  /** Default: `majority`; of `special_meeting` `two_thirds` (Gov. Code 11125.4(c)). */
  @ApiPropertyOptional({ enum: THRESHOLDS })
  @IfGiven()
  @IsIn(THRESHOLDS)
  threshold?: Threshold;

  /**
   * Of whom: those present who are not recused (the default), the number that makes a quorum, or all seats, filled or
   * not (the default of a finding for a special or emergency meeting).
   */
  @ApiPropertyOptional({ enum: VOTE_BASES })
  @IfGiven()
  @IsIn(VOTE_BASES)
  of?: VoteBase;
}

export class UpdateMotionDto extends PartialType(CreateMotionDto, { skipNullProperties: false }) {
  /** Withdraws the motion, pending or decided, and says why; alone. The votes stay on the record. */
  @ApiPropertyOptional({ maxLength: 1_000, example: 'The roll call was written down for the wrong motion.' })
  @IfGiven()
  @StorableText({ max: 1_000 })
  withdrawnReason?: string;
}

export class VoteInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  personId: string;

  @ApiProperty({ enum: VOTE_CHOICES })
  @IsIn(VOTE_CHOICES)
  choice: VoteChoice;
}

export class RollCallDto {
  /** Default: now. */
  @ApiPropertyOptional({ format: 'date-time', example: '2016-03-24T10:41:00-07:00' })
  @IfGiven()
  @Instant()
  votedAt?: string;

  /** Everybody on the bench that day, once. */
  @ApiProperty({ type: [VoteInput], minItems: 1, maxItems: 200 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => VoteInput)
  votes: VoteInput[];
}

export class ListMotionsQuery extends ListQuery {}
