import { LocalDate } from '#src/foundation/common/index.js';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';

const UUID_OR_NUMBER = /^(\d{1,3}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

export class HearingsCalendarQuery {
  /** A zone, by its id or by its number. */
  @ApiPropertyOptional({ example: '4' })
  @IsOptional()
  @Matches(UUID_OR_NUMBER, { message: 'zone must be the id or the number of a zone' })
  zone?: string;

  /** The first day, by each meeting's own clock, on which a meeting may start. Without either day: a year ago. */
  @ApiPropertyOptional({ format: 'date', example: '2015-10-01' })
  @IsOptional()
  @LocalDate()
  from?: string;

  /** The last day on which a meeting may start. Without it there is none. */
  @ApiPropertyOptional({ format: 'date', example: '2016-06-30' })
  @IsOptional()
  @LocalDate()
  to?: string;
}
