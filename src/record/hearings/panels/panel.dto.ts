import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { ListQuery, StorableText, withRevision } from '#src/foundation/common/index.js';
import { Order } from '../shared/fields.js';
import type { PanelRow } from './panel.repository.js';

export class PanelDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  @ApiProperty({ example: 'Panel 1: what counties see' })
  title: string;

  /** The agenda item it belongs to. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId: string | null;

  static from(row: PanelRow): PanelDto {
    const dto = new PanelDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.title = row.title;
    dto.agendaItemId = row.agendaItemId;
    return withRevision(dto, row.revision);
  }
}

export class CreatePanelDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  @ApiProperty({ maxLength: 300, example: 'Panel 1: what counties see' })
  @StorableText({ max: 300 })
  title: string;

  /** An agenda item of the same hearing. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  agendaItemId?: string | null;
}

export class UpdatePanelDto extends PartialType(CreatePanelDto, { skipNullProperties: false }) {}

export class ListPanelsQuery extends ListQuery {}
