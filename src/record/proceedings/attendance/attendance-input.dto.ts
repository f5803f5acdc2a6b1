import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Instant, NullableText } from '#src/foundation/common/index.js';
import { ATTENDANCE_MODES, type AttendanceMode } from './attendance-mode.js';

export class StayInput {
  @ApiProperty({ format: 'date-time', example: '2016-03-24T09:02:00-07:00' })
  @Instant()
  arrivedAt: string;

  /** null or absent: still there. Who left and came back in the same instant was never away. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  leftAt?: string | null;

  @ApiPropertyOptional({ enum: ATTENDANCE_MODES, default: 'in_person' })
  @IfGiven()
  @IsIn(ATTENDANCE_MODES)
  mode?: AttendanceMode;

  /** From where they take part; required of who is remote, and as public as the hearing. */
  @NullableText(500, 'County library, Eureka')
  place?: string | null;

  @NullableText(1_000)
  note?: string | null;
}

export class RecordAttendanceDto {
  /** The whole day of one person; an empty list says that they were not there. */
  @ApiProperty({ type: [StayInput], maxItems: 50 })
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => StayInput)
  presences: StayInput[];
}

export class RecordArrivalDto {
  /** Default: now. */
  @ApiPropertyOptional({ format: 'date-time', example: '2016-03-24T09:02:00-07:00' })
  @IfGiven()
  @Instant()
  at?: string;

  @ApiPropertyOptional({ enum: ATTENDANCE_MODES, default: 'in_person' })
  @IfGiven()
  @IsIn(ATTENDANCE_MODES)
  mode?: AttendanceMode;

  /** From where they take part; required of who is remote. */
  @NullableText(500)
  place?: string | null;

  @NullableText(1_000)
  note?: string | null;
}

export class ArrivalInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  commissionerId: string;

  /** Default: `at` of the request. */
  @ApiPropertyOptional({ format: 'date-time', example: '2016-03-24T09:04:00-07:00' })
  @IfGiven()
  @Instant()
  at?: string;

  @ApiPropertyOptional({ enum: ATTENDANCE_MODES, default: 'in_person' })
  @IfGiven()
  @IsIn(ATTENDANCE_MODES)
  mode?: AttendanceMode;

  /** From where they take part; required of who is remote. */
  @NullableText(500)
  place?: string | null;

  @NullableText(1_000)
  note?: string | null;
}

export class RecordArrivalsDto {
  /** Default: now. */
  @ApiPropertyOptional({ format: 'date-time', example: '2016-03-24T09:02:00-07:00' })
  @IfGiven()
  @Instant()
  at?: string;

  /** Default: all on the roster who have a seat that day, in person; where it is empty, the whole bench. */
  @ApiPropertyOptional({ type: [ArrivalInput], minItems: 1, maxItems: 200 })
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((arrival: ArrivalInput) => arrival.commissionerId?.toLowerCase(), {
    message: 'must name each commissioner once',
  })
  @ValidateNested({ each: true })
  @Type(() => ArrivalInput)
  arrivals?: ArrivalInput[];
}

export class RecordDepartureDto {
  /** Default: now. */
  @ApiPropertyOptional({ format: 'date-time', example: '2016-03-24T11:40:00-07:00' })
  @IfGiven()
  @Instant()
  at?: string;
}
