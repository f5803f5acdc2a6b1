import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, ListQuery, SortBy } from '#src/foundation/common/index.js';
import { ALERT_CODES, type AlertCode } from '../alerts/alert.js';
import { ALERT_ORDER, type AlertRow } from './alert.repository.js';

export class AuditAlertDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ enum: ALERT_CODES })
  code: AlertCode;

  /** `account:<id>`, `network:<code of the day>`, `log` or `anchor`. */
  @ApiProperty({ example: 'account:5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11' })
  about: string;

  /** Ids, codes and counts. */
  @ApiProperty({ type: 'object', additionalProperties: true, example: { count: 20, minutes: 10 } })
  details: object;

  /** How often there was cause for it since `firstAt`. */
  @ApiProperty({ type: 'integer', example: 1 })
  times: number;

  @ApiProperty({ format: 'date-time' })
  firstAt: string;

  @ApiProperty({ format: 'date-time' })
  lastAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  acknowledgedBy: string | null;

  static from(row: AlertRow): AuditAlertDto {
    const dto = new AuditAlertDto();
    dto.id = row.id;
    dto.code = row.code;
    dto.about = row.about;
    dto.details = row.details;
    dto.times = row.times;
    dto.firstAt = row.first_at.toISOString();
    dto.lastAt = row.last_at.toISOString();
    dto.acknowledgedAt = row.acknowledged_at?.toISOString() ?? null;
    dto.acknowledgedBy = row.acknowledged_by;
    return dto;
  }
}

export class ListAuditAlertsQuery extends ListQuery {
  @SortBy(ALERT_ORDER)
  sort?: string;

  /** `open`: not acknowledged. */
  @ApiPropertyOptional({ enum: ['open', 'acknowledged'] })
  @IfGiven()
  @IsIn(['open', 'acknowledged'])
  status?: 'open' | 'acknowledged';
}
