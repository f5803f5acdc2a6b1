import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import { AgendaItem } from './agenda-item.entity.js';

export interface AgendaItemRow extends PartRow {
  title: string;
  description: string | null;
  closed: boolean;
  authority: string | null;
  exceptionCitation: string | null;
  exceptionReason: string | null;
}

@Injectable()
export class AgendaRepository extends PartRepository<AgendaItem, AgendaItemRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: AgendaItem,
      table: 'agenda_item',
      columns: `x.title, x.description, x.closed, x.authority, x.exception_citation as "exceptionCitation",
                x.exception_reason as "exceptionReason"`,
    });
  }
}
