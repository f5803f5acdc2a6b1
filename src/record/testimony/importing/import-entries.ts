import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { SearchIndex, type SearchSource } from '#src/holdings/search/index.js';
import type { ImportPlan } from './import-plan.js';
import { momentOf } from './import.repository.js';

interface Entry {
  readonly id: string;
  readonly happenedAt: Date;
  readonly title: string;
  readonly body: string;
  readonly speakers?: readonly string[];
  readonly positions?: readonly string[];
}

/** What an import puts into the index besides what was said. */
@Injectable()
export class ImportEntries {
  constructor(private readonly index: SearchIndex) {}

  async put(plan: ImportPlan, startsAt: Date): Promise<void> {
    await this.index.put('hearing', plan.hearingId, [
      {
        number: 0,
        kind: 'hearing',
        hearingId: plan.hearingId,
        happenedAt: startsAt,
        language: plan.language,
        title: plan.title,
        body: words([plan.description, plan.contentNote]),
      },
    ]);
    const witnesses = plan.witnesses.map(({ id, name, position, organisation }) => ({
      id,
      happenedAt: startsAt,
      title: name,
      body: words([position, organisation]),
      speakers: [name],
    }));
    await this.putEach(plan, 'witness', witnesses);
    const testimonies = plan.testimonies.map(
      ({ id, name, position, affiliations, place, keyPoints, start }) => ({
        id,
        happenedAt: momentOf(startsAt, start),
        title: name,
        body: words([...affiliations, place.borough, place.neighborhood, ...keyPoints]),
        speakers: [name],
        positions: position === null ? [] : [position],
      }),
    );
    await this.putEach(plan, 'testimony', testimonies);
  }

  /** One entry a record, all records in one statement. */
  private async putEach(plan: ImportPlan, source: SearchSource, entries: readonly Entry[]): Promise<void> {
    const rows = entries.map(({ id, happenedAt, title, body, speakers, positions }) => ({
      id,
      entries: [
        {
          number: 0,
          kind: source,
          hearing_id: plan.hearingId,
          happened_at: happenedAt,
          language: plan.language.toLowerCase().split('-')[0],
          title,
          body,
          speakers,
          positions,
        },
      ],
    }));
    await currentManager().query(
      `select search.put($1, x.id, x.entries) from jsonb_to_recordset($2::jsonb) as x(id uuid, entries jsonb)`,
      [source, JSON.stringify(rows)],
    );
  }
}

function words(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join('\n');
}
