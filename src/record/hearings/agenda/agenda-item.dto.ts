import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  NullableText,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import { ReorderDto } from '../parts/part-order.dto.js';
import { Citation, Order } from '../shared/fields.js';
import type { Warning } from '../shared/warning.js';
import { WarningDto } from '../shared/warning.dto.js';
import type { AgendaItemRow } from './agenda.repository.js';

export class AgendaExceptionDto {
  /** The law that allows it: `Gov. Code 11125.3(a)(2)`. */
  @ApiProperty({ example: 'Gov. Code 11125.3(a)(2)' })
  @Citation()
  citation: string;

  /** What came up, and why it could not wait. Everybody who sees the item reads it. */
  @ApiProperty({ maxLength: 2_000 })
  @StorableText({ max: 2_000 })
  reason: string;
}

export class AgendaItemDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Its place on the agenda. */
  @ApiProperty({ type: 'integer' })
  order: number;

  @ApiProperty({ example: 'Placement of children after recovery' })
  title: string;

  @ApiProperty({ type: String, nullable: true })
  description: string | null;

  /** Taken behind closed doors. */
  @ApiProperty()
  closed: boolean;

  /** The law that lets it be closed. */
  @ApiProperty({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  authority: string | null;

  /** How long it is meant to take. */
  @ApiProperty({ type: 'integer', nullable: true, example: 45 })
  estimatedMinutes: number | null;

  /** Taken together with the others of its kind, unless somebody asks for it. */
  @ApiProperty()
  consent: boolean;

  /** What commissioners may have to step back from; null too for who may not see the matter. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  matterId: string | null;

  /** Given when it was added or changed after the notice. */
  @ApiProperty({ type: AgendaExceptionDto, nullable: true })
  exception: AgendaExceptionDto | null;

  /** What a clerk should look at; empty for everybody else. */
  @ApiProperty({ type: [WarningDto] })
  warnings: WarningDto[];

  static from(row: AgendaItemRow, warnings: readonly Warning[]): AgendaItemDto {
    const dto = new AgendaItemDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.title = row.title;
    dto.description = row.description;
    dto.closed = row.closed;
    dto.authority = row.authority;
    dto.estimatedMinutes = row.estimatedMinutes;
    dto.consent = row.consent;
    dto.matterId = row.matterId;
    dto.exception = exceptionOf(row);
    dto.warnings = warnings.map((warning) => WarningDto.from(warning));
    return withRevision(dto, row.revision);
  }
}

export class CreateAgendaItemDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  @ApiProperty({ maxLength: 500, example: 'Placement of children after recovery' })
  @StorableText({ max: 500 })
  title: string;

  @NullableText(5_000)
  description?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  closed?: boolean;

  /** The law that lets it be closed; a closed item cites it. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Gov. Code 11126(e)(1)' })
  @IsOptional()
  @Citation()
  authority?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 1440, example: 45 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1440)
  estimatedMinutes?: number | null;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  consent?: boolean;

  /** A matter of the commission: at a closed item, whoever stepped back from it sees neither the item nor its witnesses. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  matterId?: string | null;

  /** Required once the hearing was noticed, refused before. */
  @ApiPropertyOptional({ type: AgendaExceptionDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => AgendaExceptionDto)
  exception?: AgendaExceptionDto;
}

export class UpdateAgendaItemDto extends PartialType(CreateAgendaItemDto, { skipNullProperties: false }) {}

export class ReorderAgendaDto extends ReorderDto {
  /** Required once the hearing was noticed, refused before. */
  @ApiPropertyOptional({ type: AgendaExceptionDto })
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => AgendaExceptionDto)
  exception?: AgendaExceptionDto;
}

export class ListAgendaItemsQuery extends ListQuery {}

function exceptionOf({ exceptionCitation, exceptionReason }: AgendaItemRow): AgendaExceptionDto | null {
  if (exceptionCitation === null || exceptionReason === null) return null;
  const dto = new AgendaExceptionDto();
  dto.citation = exceptionCitation;
  dto.reason = exceptionReason;
  return dto;
}
