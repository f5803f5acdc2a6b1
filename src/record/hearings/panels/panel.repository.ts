import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import { Panel } from './panel.entity.js';

export interface PanelRow extends PartRow {
  title: string;
  agendaItemId: string | null;
}

@Injectable()
export class PanelRepository extends PartRepository<Panel, PanelRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: Panel,
      table: 'panel',
      // Through the join, since the id of an item that the caller may not see is nothing to tell.
      columns: 'x.title, i.id as "agendaItemId"',
      ordered: true,
      joins: 'left join agenda_item i on i.id = x.agenda_item_id',
    });
  }
}
