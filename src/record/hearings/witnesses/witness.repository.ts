import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import type { OathKind, WitnessMode, WitnessStatus } from './witness-status.js';
import { Witness } from './witness.entity.js';

export interface WitnessRow extends PartRow {
  name: string;
  position: string | null;
  organisation: string | null;
  mode: WitnessMode;
  sworn: boolean;
  oathKind: OathKind | null;
  oathAdministeredBy: string | null;
  oathAt: Date | null;
  compelled: boolean;
  language: string | null;
  interpreterLanguage: string | null;
  minutesAllotted: number | null;
  secondsUsed: number | null;
  status: WitnessStatus;
  panelId: string | null;
  agendaItemId: string | null;
  personId: string | null;
  sectorId: string | null;
}

@Injectable()
export class WitnessRepository extends PartRepository<Witness, WitnessRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: Witness,
      table: 'witness',
      // Through the joins, since the id of what the caller may not see is nothing to tell.
      columns: `x.name, x.position, x.organisation, x.mode,
                x.sworn or x.oath_kind is not null as sworn, x.oath_kind as "oathKind",
                x.oath_administered_by as "oathAdministeredBy", x.oath_at as "oathAt", x.compelled, x.language,
                x.interpreter_language as "interpreterLanguage", x.minutes_allotted as "minutesAllotted",
                x.seconds_used as "secondsUsed", x.status, s.id as "sectorId",
                n.id as "panelId", i.id as "agendaItemId", p.id as "personId"`,
      ordered: true,
      joins: `left join panel n on n.id = x.panel_id left join agenda_item i on i.id = x.agenda_item_id
              left join person p on p.id = x.person_id left join sector s on s.id = x.sector_id`,
    });
  }
}
