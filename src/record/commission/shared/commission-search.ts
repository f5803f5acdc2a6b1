import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { SearchIndex, type SearchKind } from '#src/holdings/search/index.js';

/** What of this room is found, as which kind, and by which words beside its name or title. */
const FOUND = {
  person: { kind: 'person', title: 'x.name', words: 'x.position, x.organisation, x.biography' },
  organisation: { kind: 'sponsor', title: 'x.name', words: 'x.description' },
  sector: { kind: 'sector', title: 'x.name', words: 'x.description' },
  matter: { kind: 'matter', title: 'x.title', words: 'x.description' },
} as const satisfies Record<string, { kind: SearchKind; title: string; words: string }>;

type Source = keyof typeof FOUND;

interface Words {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly language: string;
}

/** The words by which this room's records are found: in the commission's language, and of no hearing or moment. */
@Injectable()
export class CommissionSearch {
  constructor(private readonly index: SearchIndex) {}

  /** Makes the index say what the record says now, in the transaction that wrote it. */
  put(source: Source, id: string): Promise<void> {
    return this.putEach(source, 'x.id = $1', [id]);
  }

  /** After the commission has taken another language: its words are found in the forms of that. */
  async putAll(): Promise<void> {
    for (const source of Object.keys(FOUND) as Source[]) await this.putEach(source, 'true', []);
  }

  private async putEach(source: Source, where: string, values: string[]): Promise<void> {
    const { kind, title, words } = FOUND[source];
    const rows = await currentManager().query<Words[]>(
      `select x.id, ${title} as title, concat_ws(E'\\n', ${words}) as body, c.language
         from ${source} x cross join commission c where ${where} order by x.id`,
      values,
    );
    for (const { id, ...entry } of rows)
      await this.index.put(source, id, [{ number: 0, kind, hearingId: null, happenedAt: null, ...entry }]);
  }
}
