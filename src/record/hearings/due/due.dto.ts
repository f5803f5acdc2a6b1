import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Instant } from '#src/foundation/common/index.js';
import { type Due, DUE_ACTS, type DueAct } from './due-act.js';

export class DueActDto {
  @ApiProperty({ enum: DUE_ACTS, example: 'give_notice' })
  act: DueAct;

  @ApiProperty({ format: 'uuid' })
  hearingId: string;

  /** Of the hearing. */
  @ApiProperty({ example: 'Regional information summit, Oakland' })
  title: string;

  /** Of the hearing: `dueAt` and `officeDay` are reckoned in it. */
  @ApiProperty({ example: 'America/Los_Angeles' })
  timeZone: string;

  /** The request or the session that it is about; null: the hearing itself. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null })
  subjectId: string | null;

  /** The last moment that is still in time. */
  @ApiProperty({ format: 'date-time', example: '2016-04-12T06:59:59.999Z' })
  dueAt: string;

  /** The last day at or before it when the offices of the state are open; of `open`, the day of the hearing. */
  @ApiProperty({ format: 'date', example: '2016-04-11' })
  officeDay: string;

  /** `dueAt` has passed and the act is still to be done. */
  @ApiProperty()
  overdue: boolean;

  /** The law that sets it; null: a rule of the house. */
  @ApiProperty({ type: String, nullable: true, example: 'Gov. Code 11125(a)' })
  citation: string | null;

  static from(due: Due, now: Date): DueActDto {
    const dto = new DueActDto();
    dto.act = due.act;
    dto.hearingId = due.hearingId;
    dto.title = due.title;
    dto.timeZone = due.timeZone;
    dto.subjectId = due.subjectId;
    dto.dueAt = due.dueAt.toISOString();
    dto.officeDay = due.officeDay;
    dto.overdue = due.dueAt < now;
    dto.citation = due.citation;
    return dto;
  }
}

export class DueActsDto {
  /** The soonest first. */
  @ApiProperty({ type: [DueActDto] })
  items: DueActDto[];

  /** There are more than `limit`: ask again, from the `dueAt` of the last. */
  @ApiProperty()
  more: boolean;

  static from(acts: readonly Due[], limit: number, now: Date): DueActsDto {
    const dto = new DueActsDto();
    dto.items = acts.slice(0, limit).map((act) => DueActDto.from(act, now));
    dto.more = acts.length > limit;
    return dto;
  }
}

export class ListDueActsQuery {
  /** Deadlines from then on; default: 90 days ago. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @Instant()
  from?: string;

  /** Deadlines until then; default: 90 days ahead, or after `from`. */
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  @IsOptional()
  @Instant()
  to?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 1000, default: 100 })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value,
  )
  @IsInt({ message: 'limit must be a whole number' })
  @Min(1)
  @Max(1000)
  limit?: number;
}
