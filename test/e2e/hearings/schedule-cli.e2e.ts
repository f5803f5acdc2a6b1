import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readCalendar } from '../publication/publication.support.js';
import { Program } from '../../startup/programs.js';
import { type Desk, openDesk } from './hearings.support.js';

describe('the schedule at the command line', () => {
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    desk = await openDesk();
    folder = mkdtempSync(join(tmpdir(), 'hearth-schedule-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await desk.close();
  });

  const hearth = async (args: string[], env: NodeJS.ProcessEnv = {}) => {
    const program = new Program('../../src/doors/cli/main.ts', args, {
      env: { DATABASE_URL: desk.database.ownerUrl, HEARTH_DATA_DIR: folder, ...env },
    });
    const { code } = await program.exit;
    return { code, stdout: program.stdout, stderr: program.stderr };
  };

  it('gives the newest notice as it was given', async () => {
    const { id } = await desk.noticed({ title: 'Noticed twice' });
    const venue = { name: 'The Annex', address: '1 Oak Street' };
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'The roof fell in.' };
    await desk.change(`/hearings/${id}`, { venue, exception });
    const { items } = (await desk.read(`/hearings/${id}/notices`)).body as { items: { id: string }[] };
    const last = (await desk.read(`/hearings/${id}/notices/${items.at(-1)!.id}`)).body as {
      text: string;
      html: string;
    };
    expect(last.text).toContain('The Annex');
    expect(await hearth(['hearings', 'notice', id])).toEqual({ code: 0, stdout: last.text, stderr: '' });
    const page = await hearth(['hearings', 'notice', id.toUpperCase(), '--format', 'html']);
    expect(page).toMatchObject({ code: 0, stderr: '' });
    expect(page.stdout.trimEnd()).toBe(last.html.trimEnd());
    const draft = await desk.hearing();
    expect(await hearth(['hearings', 'notice', draft.id])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: No notice was given of this hearing.\n',
    });
    expect(await hearth(['hearings', 'notice', randomUUID()])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'error: There is no such hearing.\n',
    });
  });

  it('shows the season, promised against held', async () => {
    await desk.make('/commission/plan-items', {
      label: 'Summits',
      promised: 6,
      kind: 'regional_summit',
      dueOn: '2032-06-30',
    });
    await desk.noticed({ kind: 'regional_summit', startsAt: '2032-03-04T09:00:00-08:00' });
    const days = ['--from', '2032-01-01', '--to', '2032-12-31'];
    const asked = (await desk.read('/season?from=2032-01-01&to=2032-12-31', desk.clerk)).body as object;
    const asJson = await hearth(['season', ...days, '--json']);
    expect(asJson).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(asJson.stdout)).toEqual(asked);
    const table = await hearth(['season', ...days]);
    expect(table).toMatchObject({ code: 0, stderr: '' });
    const lines = table.stdout.trimEnd().split('\n');
    expect(lines.slice(0, 2)).toEqual([
      'of\tname\tpromised\theld\tahead\tpostponed\tcancelled\toutstanding\tdue',
      'plan\tSummits\t6\t0\t1\t0\t0\t6\t2032-06-30',
    ]);
    expect(lines).toContain('kind\tregional_summit\t6\t0\t1\t0\t0\t\t');
  });

  it('writes the calendar of open meetings, and nothing that the public may not see', async () => {
    const { id } = await desk.noticed({ title: 'Open to all', startsAt: '2033-03-04T09:00:00-08:00' });
    await desk.hearing({ title: 'Quicksilver', startsAt: '2033-03-05T09:00:00-08:00' });
    const days = ['--from', '2033-01-01', '--to', '2033-12-31'];
    const env = { PUBLIC_URL: 'https://hearings.example.org' };
    const file = join(folder, 'meetings.ics');
    const written = await hearth(['export', 'calendar', file, ...days], env);
    expect(written).toEqual({ code: 0, stdout: `Exported: ${file}\n`, stderr: '' });
    const text = readFileSync(file, 'utf8');
    expect(readCalendar(text)).toMatchObject([{ uid: `${id}@hearings.example.org`, summary: 'Open to all' }]);
    expect(text.replaceAll('\r\n ', '')).toContain(`https://hearings.example.org/api/v1/hearings/${id}`);
    expect(await hearth(['export', 'calendar', '-', ...days], env)).toEqual({
      code: 0,
      stdout: text,
      stderr: '',
    });
    expect(await hearth(['export', 'calendar', file], env)).toMatchObject({ code: 1, stdout: '' });
    const unnamed = await hearth(['export', 'calendar', '-', ...days]);
    expect(unnamed.stderr).toContain('PUBLIC_URL');
    expect(readCalendar(unnamed.stdout)).toMatchObject([{ uid: `${id}@hearth` }]);
  });
});
