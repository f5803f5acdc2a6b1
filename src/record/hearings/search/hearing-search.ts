import { Injectable } from '@nestjs/common';
import { type SearchEntry, SearchIndex } from '#src/holdings/search/index.js';
import type { AgendaItem } from '../agenda/agenda-item.entity.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import type { HearingRow } from '../hearing/hearing.repository.js';
import type { Panel } from '../panels/panel.entity.js';
import type { Witness } from '../witnesses/witness.entity.js';

export type HeardAt = Pick<Hearing, 'id' | 'startsAt' | 'language'>;

/** The words by which this room's records are found. */
@Injectable()
export class HearingSearch {
  constructor(private readonly index: SearchIndex) {}

  putHearing(row: HearingRow): Promise<void> {
    return this.index.put('hearing', row.id, [
      {
        ...entryAt(row),
        kind: 'hearing',
        title: row.title,
        body: lines(row.description, row.venueName, row.venueAddress, ...row.zones.map(({ name }) => name)),
      },
    ]);
  }

  putAgendaItem(item: Pick<AgendaItem, 'id' | 'title' | 'description'>, hearing: HeardAt): Promise<void> {
    return this.index.put('agenda_item', item.id, [
      { ...entryAt(hearing), kind: 'agenda_item', title: item.title, body: lines(item.description) },
    ]);
  }

  putPanel(panel: Pick<Panel, 'id' | 'title'>, hearing: HeardAt): Promise<void> {
    return this.index.put('panel', panel.id, [
      { ...entryAt(hearing), kind: 'panel', title: panel.title, body: '' },
    ]);
  }

  putWitness(
    witness: Pick<Witness, 'id' | 'name' | 'position' | 'organisation' | 'language'>,
    hearing: HeardAt,
  ): Promise<void> {
    return this.index.put('witness', witness.id, [
      {
        ...entryAt({ ...hearing, language: witness.language ?? hearing.language }),
        kind: 'witness',
        title: witness.name,
        body: lines(witness.position, witness.organisation),
        speakers: [witness.name],
      },
    ]);
  }
}

function entryAt(hearing: HeardAt): Pick<SearchEntry, 'number' | 'hearingId' | 'happenedAt' | 'language'> {
  return { number: 0, hearingId: hearing.id, happenedAt: hearing.startsAt, language: hearing.language };
}

function lines(...texts: (string | null)[]): string {
  return texts.filter((text) => text !== null).join('\n');
}
