import { isLocalDate } from '#src/foundation/common/index.js';
import { JsonRow } from '../formats/json/json-row.js';
import { dayIn, isInstant, isTimeZone } from './calendar.js';
import type { FolderFile } from './folder-file.js';
import type { FolderHearing } from './hearing-folder.types.js';
import type { PlacedTestimony } from './testimonies.reader.js';

const FIELDS: readonly (keyof FolderHearing)[] = [
  'title',
  'date',
  'startsAt',
  'timeZone',
  'zones',
  'kind',
  'status',
  'contentNote',
  'language',
  'description',
];

/** What `hearing.json` says; where it is silent the title is the folder's name and the date that of the addresses. */
export function readHearing(
  file: FolderFile,
  key: string,
  testimonies: readonly PlacedTestimony[],
  testimoniesFile: FolderFile,
): FolderHearing {
  const row = JsonRow.of(file.document ?? {}, [], file.problems);
  row?.ignoreAllBut(FIELDS);
  const text = (field: keyof FolderHearing, isRight?: (value: string) => boolean): string | null => {
    const value = row?.text(field, 'allow') ?? null;
    if (value === null || !isRight || isRight(value)) return value;
    row?.tell('VALUE_INVALID', field, `${JSON.stringify(value)} cannot stand in ${JSON.stringify(field)}.`);
    return null;
  };
  return {
    title: text('title', (title) => title.trim() !== '') ?? titleOf(key),
    date: text('date', isLocalDate) ?? dayOfAddresses(testimonies, testimoniesFile) ?? dayIn(key),
    startsAt: text('startsAt', isInstant),
    timeZone: text('timeZone', isTimeZone),
    zones: row?.has('zones') ? row.texts('zones') : [],
    kind: text('kind'),
    status: text('status'),
    contentNote: text('contentNote'),
    language: text('language'),
    description: text('description'),
  };
}

/** `2024-07-10-a-day-in_court` becomes `A day in court`. */
export function titleOf(key: string): string {
  const words = key.replace(/[-_\s]+/g, ' ').trim();
  const undated =
    words.replace(/^\d{4} \d{2} \d{2} |(?<=.) \d{4} \d{2} \d{2}$/g, '').trim() || words || 'Hearing';
  const [first = ''] = undated;
  return first.toUpperCase() + undated.slice(first.length);
}

function dayOfAddresses(testimonies: readonly PlacedTestimony[], file: FolderFile): string | null {
  let first: string | null = null;
  for (const { testimony, at } of testimonies) {
    const day = dayIn(testimony.url ?? '');
    first ??= day;
    if (day !== null && day !== first) {
      const detail = `This address says ${day}, others ${first}; the first is taken.`;
      file.problems.once('dates', 'DATE_AMBIGUOUS', [...at, 'citymeetings_url'], detail);
    }
  }
  return first;
}
