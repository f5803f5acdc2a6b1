import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { names as namesOf, speaker, vocabulary } from './fill/words.mjs';

const CUES = 11_000;
const SPEAKERS = 210;
const TESTIMONIES = 200;

/** A generated hearing of 15 hours in the form that `import hearing` takes. */
export function writeHearingFolder(parent) {
  const folder = join(parent, 'generated-hearing');
  mkdirSync(folder, { recursive: true });
  const names = namesOf(SPEAKERS);
  const { say, random } = speaker(vocabulary(8000), 41);
  const write = (name, rows) => writeFileSync(join(folder, name), JSON.stringify(rows, null, 2));

  let clock = 454;
  let label = 0;
  const cues = Array.from({ length: CUES }, (_, i) => {
    const start = clock + random() * 0.5;
    const end = start + 1 + random() * 6.5;
    clock = end;
    if (random() < 1 / 30) label = Math.floor(random() * SPEAKERS);
    const text = say(2 + Math.floor(random() * 16)).join(' ');
    return { speaker: String(label), time_marker: i, start_time: start, end_time: end, text };
  });
  write('transcript.json', cues);
  write(
    'speakers.json',
    names.map((name, i) => ({
      label: String(i),
      name: i % 9 === 0 ? 'UNKNOWN' : name,
      role: i % 4 === 0 ? 'Director' : 'UNKNOWN',
      organization: i % 3 === 0 ? say(3).join(' ') : 'UNKNOWN',
    })),
  );
  write(
    'testimonies.json',
    Array.from({ length: TESTIMONIES }, (_, i) => ({
      name: names[i],
      citymeetings_url: `https://record.example.org/2024-07-10-hearing/${i}`,
      start_time_in_seconds: cues[i * 54].start_time,
      end_time_in_seconds: cues[i * 54 + 40].end_time,
      for_or_against: i % 3 === 0 ? 'Against' : 'For',
      borough: i % 2 === 0 ? 'North' : 'UNKNOWN',
      neighborhood: 'UNKNOWN',
      stated_affiliations: i % 3 === 0 ? [say(2).join(' ')] : [],
      key_points: Array.from({ length: 6 }, () => say(18).join(' ')),
    })),
  );
  return { folder, cues: CUES };
}

/** What a folder of somebody's own holds. */
export function namedFolder(folder) {
  return { folder, cues: undefined };
}
