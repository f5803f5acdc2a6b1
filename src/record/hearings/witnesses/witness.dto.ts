import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { OathDto } from './oath.dto.js';
import { WITNESS_MODES, WITNESS_STATUSES, type WitnessMode, type WitnessStatus } from './witness-status.js';
import type { WitnessRow } from './witness.repository.js';

export class WitnessDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ type: 'integer' })
  order: number;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Director of child welfare' })
  position: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'County of Alameda' })
  organisation: string | null;

  @ApiProperty({ enum: WITNESS_MODES })
  mode: WitnessMode;

  /** True with an `oath`, or where it was set by hand. */
  @ApiProperty()
  sworn: boolean;

  @ApiProperty({ type: OathDto, nullable: true })
  oath: OathDto | null;

  /** Came under a subpoena. */
  @ApiProperty()
  compelled: boolean;

  /** BCP 47, where it is not the hearing's. */
  @ApiProperty({ type: String, nullable: true })
  language: string | null;

  /** BCP 47: the language that an interpreter is to speak for them; null: they need none. */
  @ApiProperty({ type: String, nullable: true, example: 'es' })
  interpreterLanguage: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 5 })
  minutesAllotted: number | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 287 })
  secondsUsed: number | null;

  /** Who declined or withdrew is shown to clerks alone. */
  @ApiProperty({ enum: WITNESS_STATUSES })
  status: WitnessStatus;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  panelId: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId: string | null;

  /** null too for who may not see the person. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId: string | null;

  /** The sector of the commission that they speak from. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  sectorId: string | null;

  static from(row: WitnessRow): WitnessDto {
    const dto = new WitnessDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.name = row.name;
    dto.position = row.position;
    dto.organisation = row.organisation;
    dto.mode = row.mode;
    dto.sworn = row.sworn;
    dto.oath = oathOf(row);
    dto.compelled = row.compelled;
    dto.language = row.language;
    dto.interpreterLanguage = row.interpreterLanguage;
    dto.minutesAllotted = row.minutesAllotted;
    dto.secondsUsed = row.secondsUsed;
    dto.status = row.status;
    dto.panelId = row.panelId;
    dto.agendaItemId = row.agendaItemId;
    dto.personId = row.personId;
    dto.sectorId = row.sectorId;
    return withRevision(dto, row.revision);
  }
}

function oathOf({ oathKind, oathAdministeredBy, oathAt }: WitnessRow): OathDto | null {
  if (oathKind === null || oathAdministeredBy === null || oathAt === null) return null;
  const dto = new OathDto();
  dto.kind = oathKind;
  dto.administeredBy = oathAdministeredBy;
  dto.at = oathAt.toISOString();
  return dto;
}
