import { hashAtPlaces } from '../tree/index.js';
import type { Fault } from './fault.js';
import type { LogReader } from './log-reader.js';
import type { Walked } from './walk.js';

/**
 * Says more of an entry that is not the one sealed at its place: whether it was sealed at another, and then whether
 * something was pushed in or taken out before it. Tries every place, which is done once, for the first fault.
 */
export async function explain(
  walked: Walked,
  reader: LogReader,
  { leaves, sealed }: { leaves: number; sealed: number },
): Promise<Fault | null> {
  const { fault, row, before } = walked;
  if (!fault || !row) return fault;
  const { position } = fault;
  const origin = await placeOf(row, reader, Math.max(leaves, sealed + 1));
  if (origin === null) return fault;
  if (origin === position - 1 && leaves > sealed && before) {
    const detail = 'pushed in: what follows was sealed one place earlier';
    return { kind: 'inserted', position: origin, entryId: before.entry_id, detail };
  }
  if (origin === position + 1 && leaves < sealed)
    return { kind: 'removed', position, entryId: null, detail: 'what follows was sealed one place later' };
  return { ...fault, kind: 'moved', detail: `the entry was sealed at place ${origin}` };
}

async function placeOf(
  row: NonNullable<Walked['row']>,
  reader: LogReader,
  end: number,
): Promise<number | null> {
  const hashAt = hashAtPlaces(row);
  let expected = 0;
  for await (const batch of reader.hashes(end)) {
    for (const { position, hash } of batch) {
      const place = Number(position);
      const made = hashAt(place);
      if (made.equals(row.hash) || made.equals(hash)) return place;
      expected = place + 1;
    }
  }
  // A place that is itself gone.
  for (; expected < end; expected += 1) if (hashAt(expected).equals(row.hash)) return expected;
  return null;
}
