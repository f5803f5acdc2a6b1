import { given } from '#src/foundation/common/index.js';
import type { CreateAgendaItemDto, UpdateAgendaItemDto } from './agenda-item.dto.js';
import type { AgendaItem } from './agenda-item.entity.js';

export type AgendaItemColumns = Pick<
  AgendaItem,
  | 'title'
  | 'description'
  | 'closed'
  | 'authority'
  | 'estimatedMinutes'
  | 'consent'
  | 'matterId'
  | 'exceptionCitation'
  | 'exceptionReason'
>;

export function newItem(input: CreateAgendaItemDto): AgendaItemColumns {
  return {
    title: input.title,
    description: null,
    closed: false,
    authority: null,
    estimatedMinutes: null,
    consent: false,
    matterId: null,
    exceptionCitation: null,
    exceptionReason: null,
    ...columnsOf(input),
  };
}

export function columnsOf({ order, exception, ...columns }: UpdateAgendaItemDto): Partial<AgendaItem> {
  return given({
    ...columns,
    ordinal: order,
    ...(exception && { exceptionCitation: exception.citation, exceptionReason: exception.reason }),
  });
}
