import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '#src/foundation/common/errors/domain-error.js';
import type { FormatCue, FormatSpeaker } from '../formats/index.js';
import {
  type Batches,
  FILES,
  type FolderTestimony,
  type HearingFolderSource,
} from './hearing-folder.types.js';

/**
 * Writes a hearing so that `readHearingFolder` finds it equal, in batches and whole or not at all: the files grow in a
 * folder beside `path`, readable by its owner alone, that takes its name at the end.
 *
 * @throws DomainError `FOLDER_NOT_EMPTY` (conflict) when something stands at `path` already.
 */
export async function writeHearingFolder(path: string, source: HearingFolderSource): Promise<void> {
  const target = resolve(path);
  await refuseUnlessFree(target);
  await mkdir(dirname(target), { recursive: true });
  const growing = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    await writeFiles(growing, source);
    await rename(growing, target).catch((error: NodeJS.ErrnoException) => {
      throw ['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(error.code ?? '') ? notEmpty() : error;
    });
  } catch (error) {
    await rm(growing, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(folder: string, source: HearingFolderSource): Promise<void> {
  const { hearing, speakers, cues, testimonies } = source;
  await writeFile(join(folder, FILES.hearing), [`${JSON.stringify(hearing, null, 4)}\n`]);
  await writeFile(join(folder, FILES.speakers), jsonList(speakers, speakerRow));
  await writeFile(join(folder, FILES.transcript), jsonList(cues, cueRow));
  await writeFile(join(folder, FILES.testimonies), jsonList(testimonies, testimonyRow));
}

async function writeFile(path: string, content: Iterable<string> | AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(content), createWriteStream(path, { flags: 'wx', flush: true }));
}

async function* jsonList<T>(
  batches: Batches<T>,
  row: (item: T, index: number) => object,
): AsyncGenerator<string> {
  let index = 0;
  for await (const batch of batches) {
    const rows = batch.map((item) => {
      const json = JSON.stringify(row(item, index), null, 4).replaceAll('\n', '\n    ');
      index += 1;
      return `${index === 1 ? '[' : ','}\n    ${json}`;
    });
    yield rows.join('');
  }
  yield index === 0 ? '[]\n' : '\n]\n';
}

function cueRow({ speaker, start, end, text }: FormatCue, index: number): object {
  return { speaker, time_marker: index, start_time: start, end_time: end, text };
}

function speakerRow({ label, name, position, organisation }: FormatSpeaker): object {
  const unknown = 'UNKNOWN';
  return { label, name: name ?? unknown, role: position ?? unknown, organization: organisation ?? unknown };
}

const POSITIONS = { for: 'For', against: 'Against', neutral: 'Neutral' } as const;

function testimonyRow(testimony: FolderTestimony): object {
  const unknown = 'Unknown';
  return {
    name: testimony.name,
    citymeetings_url: testimony.url,
    start_time_in_seconds: testimony.start,
    end_time_in_seconds: testimony.end,
    for_or_against: testimony.position ? POSITIONS[testimony.position] : unknown,
    borough: testimony.place.borough ?? unknown,
    neighborhood: testimony.place.neighborhood ?? unknown,
    stated_affiliations: testimony.affiliations,
    key_points: testimony.keyPoints,
  };
}

async function refuseUnlessFree(target: string): Promise<void> {
  const entries = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error.code === 'ENOTDIR' ? notEmpty() : error;
  });
  if (entries.length > 0) throw notEmpty();
}

function notEmpty(): DomainError {
  return new DomainError(
    'conflict',
    'FOLDER_NOT_EMPTY',
    'Something is there already; give a new or an empty folder.',
  );
}
