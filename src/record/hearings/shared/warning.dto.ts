import { ApiProperty } from '@nestjs/swagger';
import type { Warning } from './warning.js';

export class WarningDto implements Warning {
  @ApiProperty({ example: 'AGENDA_ITEM_LONG' })
  code: string;

  /** Into the record as it is answered. */
  @ApiProperty({ example: '/description' })
  pointer: string;

  @ApiProperty({ example: 'An item is described in about 20 words (Gov. Code 11125(b)); this has 34.' })
  detail: string;

  static from({ code, pointer, detail }: Warning): WarningDto {
    const dto = new WarningDto();
    dto.code = code;
    dto.pointer = pointer;
    dto.detail = detail;
    return dto;
  }
}
