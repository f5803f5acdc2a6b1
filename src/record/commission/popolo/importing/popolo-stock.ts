import { Injectable } from '@nestjs/common';
import { type EntityTarget, In } from 'typeorm';
import { currentManager } from '#src/foundation/database/index.js';
import type { Labelled } from '#src/trust/access/index.js';
import type { PopoloRemark } from './popolo-problems.js';
import type { Placed } from './popolo-records.js';

export interface Compared<T> {
  readonly fresh: readonly Placed<T>[];
  readonly problems: readonly PopoloRemark[];
}

const CHUNK = 1_000;

/** What is there already, against what a file states. */
@Injectable()
export class PopoloStock {
  /**
   * Those that are not there yet. One that is there otherwise than the file states is a problem: an import brings in,
   * and changes nothing.
   */
  async compare<T extends { readonly id: string }>(
    entity: EntityTarget<Labelled>,
    placed: readonly Placed<T>[],
  ): Promise<Compared<T>> {
    const there = await this.find(
      entity,
      placed.map(({ record }) => record.id),
    );
    const fresh: Placed<T>[] = [];
    const problems: PopoloRemark[] = [];
    for (const one of placed) {
      const row = there.get(one.record.id);
      if (!row) {
        fresh.push(one);
        continue;
      }
      const fields = differing(row, one.record);
      if (fields.length === 0) continue;
      const detail = `is there with another ${fields.join(', ')}`;
      problems.push({ pointer: one.pointer, code: 'DIFFERS', detail });
    }
    return { fresh, problems };
  }

  private async find(
    entity: EntityTarget<Labelled>,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Labelled>> {
    const found = new Map<string, Labelled>();
    for (let from = 0; from < ids.length; from += CHUNK) {
      const rows = await currentManager().findBy(entity, { id: In(ids.slice(from, from + CHUNK)) });
      for (const row of rows) found.set(row.id, row);
    }
    return found;
  }
}

/** The fields that a record states and a row has otherwise. */
export function differing(row: object, record: object): string[] {
  const there = new Map<string, unknown>(Object.entries(row));
  return Object.entries(record).flatMap(([field, value]) =>
    value === undefined || value === there.get(field) ? [] : [field],
  );
}
