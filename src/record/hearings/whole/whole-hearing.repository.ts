import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { HEARING_COLUMNS, type HearingRow } from '../hearing/hearing.repository.js';
import type { HearingInclude } from './hearing-include.js';

/** What comes along with the hearing `$1`, as one JSON value; every one takes the same parameters. */
export interface Embedded {
  readonly name: HearingInclude;
  readonly form: string;
  readonly sql: string;
}

export type WholeHearingRow = HearingRow & Partial<Record<HearingInclude, unknown[]>>;

@Injectable()
export class WholeHearingRepository {
  constructor(private readonly gate: Gate) {}

  /** One statement, whatever comes along and however much of it. */
  async find(id: string, embedded: readonly Embedded[]): Promise<WholeHearingRow | null> {
    const readable = this.gate.readable('h', 2);
    const columns = embedded.map(({ name, sql }) => `, ${sql} as "${name}"`).join('');
    const [row] = await this.gate.rows<WholeHearingRow & Record<string, unknown>>({
      name: `hearings.whole ${readable.form} ${embedded.map(({ name, form }) => `${name}:${form}`).join()}`,
      text: `select ${HEARING_COLUMNS} ${columns} from hearing h where h.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }
}
