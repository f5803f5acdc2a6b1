import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import { AgendaItem } from './agenda-item.entity.js';

export interface AgendaItemRow extends PartRow {
  title: string;
  description: string | null;
  closed: boolean;
  authority: string | null;
  estimatedMinutes: number | null;
  consent: boolean;
  matterId: string | null;
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
                x.exception_reason as "exceptionReason", x.estimated_minutes as "estimatedMinutes", x.consent,
                m.id as "matterId"`,
      // Through the join, since the id of a matter that the caller may not see is nothing to tell.
      joins: 'left join matter m on m.id = x.matter_id',
      ordered: true,
    });
  }
}
