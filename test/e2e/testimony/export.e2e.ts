import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../startup/programs.js';
import { folderOf, generated } from './import.folders.js';
import { type Archive, fails, openArchive } from './import.support.js';

let archive: Archive;
const take: Archive['take'] = (...given) => archive.take(...given);
const give: Archive['give'] = (...given) => archive.give(...given);
const rows: Archive['rows'] = (...given) => archive.rows(...given);

beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive?.close());

const json = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));
const FILES = ['transcript', 'speakers', 'testimonies'];

describe('an export', () => {
  it('gives back equal files; its import exported again is equal in all four', async () => {
    const folder = folderOf('there', generated(400));
    await take(folder);
    const back = join(dirname(folder), 'back');
    await give('there', back);
    for (const file of FILES) expect(json(back, file)).toEqual(json(folder, file));
    const again = await take(back);
    const twice = join(dirname(folder), 'twice');
    await give(again.hearingId, twice);
    for (const file of [...FILES, 'hearing']) expect(json(twice, file)).toEqual(json(back, file));
  });

  it('lets nothing out that is held, and a draft only as a draft', async () => {
    const folder = folderOf('held', generated());
    const { hearingId } = await take(folder);
    await rows(
      `update testimony set status = 'held', own_audience = 'desk' where hearing_id = $1 and ordinal = 0`,
      [hearingId],
    );
    const back = join(dirname(folder), 'back');
    expect(await give('held', back)).toMatchObject({ leftOut: 1, counts: { testimonies: 1 } });
    expect(JSON.stringify(json(back, 'testimonies'))).not.toContain('Witness 1');

    await rows(`update testimony set own_opens_at = now() + interval '1 day' where hearing_id = $1`, [
      hearingId,
    ]);
    await give('held', join(dirname(folder), 'embargoed testimony'));
    expect(json(join(dirname(folder), 'embargoed testimony'), 'testimonies')).toEqual([]);
    await rows(`update hearing set own_opens_at = now() + interval '1 day' where id = $1`, [hearingId]);
    await give('held', join(dirname(folder), 'embargoed hearing'));
    expect(json(join(dirname(folder), 'embargoed hearing'), 'hearing')).toMatchObject({ status: 'draft' });

    const draft = folderOf('still-draft', generated());
    await take(draft, { draft: true });
    await give('still-draft', join(dirname(draft), 'back'));
    expect(json(join(dirname(draft), 'back'), 'hearing')).toMatchObject({ status: 'draft' });
    expect(json(join(dirname(draft), 'back'), 'testimonies')).toHaveLength(2);
  });

  it('writes nothing of a hearing that is changed while it is read', async () => {
    const folder = folderOf('moving', generated());
    const { hearingId } = await take(folder);
    const back = join(dirname(folder), 'back');
    await rows('begin');
    await rows('lock table cue in access exclusive mode');
    const failing = fails(give('moving', back));
    const waiting = "select from pg_locks where relation = 'cue'::regclass and not granted";
    await until(async () => (await rows(waiting)).length > 0, 'the export to wait for the cues');
    await rows(`update hearing set title = 'Moved on' where id = $1`, [hearingId]);
    await rows('commit');
    expect((await failing).code).toBe('EXPORT_CHANGED');
    expect(existsSync(back)).toBe(false);
  });

  it('finds no hearing that is not there, and falls on nothing that is', async () => {
    const folder = folderOf('full', generated());
    expect((await fails(give('never-imported', join(folder, 'x')))).code).toBe('HEARING_NOT_FOUND');
    await take(folder);
    expect((await fails(give('full', folder))).code).toBe('FOLDER_NOT_EMPTY');
    expect((await fails(give('9b2d3c8e-0000-4000-8000-000000000000', join(folder, 'x')))).code).toBe(
      'HEARING_NOT_FOUND',
    );
  });
});

/** One of fifteen hours; `HEARTH_REAL_HEARING` names a folder to take in its place. */
const whole = process.env['HEARTH_REAL_HEARING'] ?? folderOf('2031-05-08 whole', generated(11_000));

describe('a whole hearing', () => {
  it('goes in and comes back equal', async () => {
    const report = await take(whole, { timeZone: 'America/New_York' });
    const [cues, speakers, testimonies] = FILES.map((file) => (json(whole, file) as unknown[]).length);
    expect(report.came?.counts).toMatchObject({ cues, speakers, testimonies, witnesses: testimonies });
    const back = join(dirname(folderOf('x', {})), 'back');
    await give(report.key, back);
    for (const file of FILES) expect(json(back, file)).toEqual(json(whole, file));
  });
});
