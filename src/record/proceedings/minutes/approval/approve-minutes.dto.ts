import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { IfGiven, NullableText } from '#src/foundation/common/index.js';

export class ApproveMinutesDto {
  /** The hearing at which they were approved. Default: the one that they are the minutes of. */
  @ApiPropertyOptional({ format: 'uuid' })
  @IfGiven()
  @IsUUID('all')
  hearingId?: string;

  /** A session of that hearing. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  sessionId: string;

  /** The motion of that session by which they were approved. */
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  motionId: string;

  /** What a correction corrects; everybody who reads the minutes reads it. */
  @NullableText(2_000, 'Corrects the vote on item 3.')
  note?: string | null;
}
