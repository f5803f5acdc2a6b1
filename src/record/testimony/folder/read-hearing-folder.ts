import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FormatProblem } from '../formats/index.js';
import { readCues } from './cues.reader.js';
import { FolderFile } from './folder-file.js';
import { FILES, type HearingFolder } from './hearing-folder.types.js';
import { readHearing } from './hearing.reader.js';
import { readSpeakers } from './speakers.reader.js';
import { readTestimonies } from './testimonies.reader.js';
import { noteTestimonies } from './testimony-notes.js';

const MISSING: FormatProblem = {
  line: 0,
  code: 'FOLDER_MISSING',
  detail: 'There is no such folder.',
  mended: false,
};

/**
 * Reads a hearing from the form a transcription service hands over. Never throws for what the folder holds or lacks:
 * look at `isRefused(problems)` before taking anything. Values are kept as they are written, so that writing them again
 * gives equal JSON; UNKNOWN is null.
 */
export async function readHearingFolder(path: string): Promise<HearingFolder> {
  const folder = resolve(path);
  const key = basename(folder);
  const [transcript, speakersFile, testimoniesFile, hearingFile] = await Promise.all([
    FolderFile.read(folder, FILES.transcript, true),
    FolderFile.read(folder, FILES.speakers, false),
    FolderFile.read(folder, FILES.testimonies, false),
    FolderFile.read(folder, FILES.hearing, false),
  ]);
  const said = readCues(transcript, readSpeakers(speakersFile));
  const testimonies = readTestimonies(testimoniesFile);
  noteTestimonies(testimonies, said, testimoniesFile);
  const files = [transcript, speakersFile, testimoniesFile, hearingFile];
  return {
    key,
    digest: digestOf(files),
    hearing: readHearing(hearingFile, key, testimonies, testimoniesFile),
    speakers: said.speakers,
    cues: said.cues,
    testimonies: testimonies.map(({ testimony }) => testimony),
    problems: (await isFolder(folder)) ? files.flatMap((file) => file.found()) : [MISSING],
  };
}

/** Names and lengths go in too: bytes moved from one file to the next make another digest. */
function digestOf(files: readonly FolderFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) {
    hash.update(`${name} ${bytes?.length ?? 'absent'}\n`);
    if (bytes) hash.update(bytes);
  }
  return hash.digest('hex');
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
