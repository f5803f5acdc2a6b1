import { ApiProperty } from '@nestjs/swagger';

export type HealthStatus = 'ok' | 'unavailable';

export class HealthDto {
  @ApiProperty({ enum: ['ok', 'unavailable'], example: 'ok' })
  status: HealthStatus;

  static from(status: HealthStatus): HealthDto {
    return Object.assign(new HealthDto(), { status });
  }
}
