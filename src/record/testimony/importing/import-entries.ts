import { Injectable } from '@nestjs/common';
import { type SearchEntry, SearchIndex } from '#src/holdings/search/index.js';
import { testimonyEntry } from '../testimonies/testimony-index.js';
import type { ImportPlan } from './import-plan.js';
import { momentOf } from './import.repository.js';

/** What an import puts into the index besides what was said. */
@Injectable()
export class ImportEntries {
  constructor(private readonly index: SearchIndex) {}

  async put(plan: ImportPlan, startsAt: Date, zones: readonly string[]): Promise<void> {
    const every = { number: 0, hearingId: plan.hearingId, happenedAt: startsAt, language: plan.language };
    await this.index.put('hearing', plan.hearingId, [
      { ...every, kind: 'hearing', title: plan.title, body: lines([plan.description, ...zones]) },
    ]);
    for (const { id, name, position, organisation } of plan.witnesses) {
      const body = lines([position, organisation]);
      const entry: SearchEntry = { ...every, kind: 'witness', title: name, body, speakers: [name] };
      await this.index.put('witness', id, [entry]);
    }
    for (const testimony of plan.testimonies) {
      const entry = testimonyEntry({
        ...testimony,
        ...testimony.place,
        sourceNotes: testimony.keyPoints,
        language: plan.language,
        hearingId: plan.hearingId,
        happenedAt: momentOf(startsAt, testimony.start),
      });
      await this.index.put('testimony', testimony.id, [entry]);
    }
  }
}

function lines(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('\n');
}
