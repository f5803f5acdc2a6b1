import type supertest from 'supertest';
import { filled, type Operation, parametersOf } from './operations.js';
import type { Headers } from './readers.js';

type Anybody = ReturnType<typeof supertest>;

/** The most things of a kind that are looked at, and of those that hang on one. */
const MOST = { whole: 12, part: 4 };

/** Parameters that are no id of a list above them: where they come from. */
const NAMED: Readonly<Record<string, { items?: string; field: string }>> = {
  'attendance/{commissionerId}': { items: 'entries', field: 'commissionerId' },
  'cues/{number}': { field: 'number' },
};

/** Things that are listed below another thing and read by an address of their own. */
const LISTED_AT: Readonly<Record<string, string>> = {
  '/transcripts': '/recordings/{recordingId}/transcripts',
};

/**
 * Paths of real things for every template, found as somebody who sees everything ordinary: each parameter is an id of
 * the list that stands before it.
 */
export class Targets {
  private readonly known = new Map<string, Promise<string[]>>();

  constructor(
    private readonly anybody: Anybody,
    /** Whose lists are walked. Several, since nobody lists everything. */
    private readonly walkers: readonly Headers[],
  ) {}

  /** What no list tells of. */
  add(list: string, name: string, value: string): void {
    this.known.set(`${list} ${name}`, Promise.resolve([value]));
  }

  async of({ template }: Pick<Operation, 'template'>): Promise<string[]> {
    return parametersOf(template).length === 0 ? [template] : this.below(template);
  }

  private async below(template: string): Promise<string[]> {
    const last = template.lastIndexOf('{');
    const end = template.indexOf('}', last);
    const [before, name, after] = [
      template.slice(0, last),
      template.slice(last + 1, end),
      template.slice(end + 1),
    ];
    const list = before.replace(/\/$/, '');
    const parents = await this.of({ template: LISTED_AT[list] ?? list });
    const paths = await Promise.all(
      parents.map(async (parent) => {
        const values = await this.valuesIn(parent, name);
        const above = list in LISTED_AT ? list : parent;
        return values.map((value) => `${above}/${value}${filled(after, {})}`);
      }),
    );
    return paths.flat();
  }

  private valuesIn(list: string, name: string): Promise<string[]> {
    const known = this.known.get(`${list} ${name}`) ?? this.read(list, name);
    this.known.set(`${list} ${name}`, known);
    return known;
  }

  private async read(list: string, name: string): Promise<string[]> {
    const segment = list.split('/').at(-1) ?? '';
    if (name === 'seconds') return ['1'];
    const { items: listed = 'items', field = 'id' } = NAMED[`${segment}/{${name}}`] ?? {};
    const found = new Set<string>();
    const most = list.split('/').length > 2 ? MOST.part : MOST.whole;
    for (const headers of this.walkers) {
      const { status, body } = await this.anybody.get(`/api/v1${list}`).set(headers);
      if (status !== 200) continue;
      const items = (body as Record<string, Record<string, unknown>[] | undefined>)[listed] ?? [];
      for (const { [field]: value } of items.slice(0, most)) {
        if (typeof value === 'string' || typeof value === 'number') found.add(`${value}`);
      }
    }
    return [...found];
  }
}
