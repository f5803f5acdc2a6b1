import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type FileRows = Record<'transcript' | 'speakers' | 'testimonies', object[]>;

/** A hearing of so many cues as a transcription service hands it over; nobody in it is real. */
export function generated(cues = 60): FileRows {
  const witnesses = Math.max(2, Math.floor(cues / 30));
  return {
    transcript: Array.from({ length: cues }, (_, i) => ({
      speaker: String(i % 3 === 0 ? 0 : 1 + (Math.floor(i / 30) % witnesses)),
      time_marker: i,
      start_time: 7.125 + i * 4.1,
      end_time: 7.125 + i * 4.1 + 4.4,
      text: `Sentence ${i} about doors number${i} and windows.`,
    })),
    speakers: [
      { label: '0', name: 'Chair Example', role: 'Chair', organization: 'UNKNOWN' },
      ...Array.from({ length: witnesses }, (_, i) => ({
        label: String(i + 1),
        name: `Witness ${i + 1}`,
        role: 'UNKNOWN',
        organization: i % 2 ? 'Example Works' : 'UNKNOWN',
      })),
    ],
    testimonies: Array.from({ length: witnesses }, (_, i) => ({
      name: `Witness ${i + 1}`,
      citymeetings_url: `https://example.org/2031-05-07-hearing/${i}`,
      start_time_in_seconds: 7.125 + i * 30 * 4.1,
      end_time_in_seconds: 7.125 + (i + 1) * 30 * 4.1 - 0.3,
      for_or_against: ['For', 'Against', 'Neutral', 'Unknown'][i % 4],
      borough: i % 2 ? 'Northside' : 'Unknown',
      neighborhood: 'Unknown',
      stated_affiliations: i % 2 ? ['Example Works', 'Another'] : [],
      key_points: [`Point ${i}`, 'Asks for more doors'],
    })),
  };
}

/** The folder in a place of its own, under the given name. */
export function folderOf(name: string, rows: Partial<Record<keyof FileRows | 'hearing', unknown>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'hearth-import-')), name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(rows)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 4);
    writeFileSync(join(folder, `${file}.json`), text);
  }
  return folder;
}
