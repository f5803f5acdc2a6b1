import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { HOST, openPublication, type Publication } from './publication.support.js';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly updated: string;
  readonly summary: string;
  readonly term: string;
  readonly alternate: string;
  readonly related: string;
}

const ATOM = `xmlnamespaces('http://www.w3.org/2005/Atom' as a)`;
const ENTRIES = `select * from xmltable(${ATOM}, '/a:feed/a:entry' passing xmlparse(document $1) columns
  id text path 'a:id', title text path 'a:title', published text path 'a:published', updated text path 'a:updated',
  summary text path 'a:summary', term text path 'a:category/@term',
  alternate text path 'a:link[@rel="alternate"]/@href', related text path 'a:link[@rel="related"]/@href')`;
const FEED = `select * from xmltable(${ATOM}, '/a:feed' passing xmlparse(document $1) columns
  id text path 'a:id', updated text path 'a:updated')`;

describe('the feed', () => {
  let hearth: Publication;
  let reader: Client;

  beforeAll(async () => {
    hearth = await openPublication();
    reader = new Client({ connectionString: hearth.database.adminUrl });
    await reader.connect();
  });
  afterAll(async () => {
    await reader.end();
    await hearth.close();
  });

  /** What an independent reader, that of the database, makes of the feed; it throws when it is no XML. */
  const read = async () => {
    const text = await hearth.text('/hearings.atom');
    const { rows } = await reader.query<Entry>({ text: ENTRIES, values: [text] });
    const feed = await reader.query<{ id: string; updated: string }>({ text: FEED, values: [text] });
    return { ...feed.rows[0]!, entries: rows };
  };

  it('is valid when nothing has happened yet', async () => {
    const answer = await hearth.read('/hearings.atom');
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = await read();
    expect(feed.entries).toEqual([]);
    expect(feed.id).toBe(`http://${HOST}/api/v1/hearings.atom`);
  });

  it('tells what became of a meeting, the latest first, with ids that stay', async () => {
    const { id } = await hearth.noticed({ title: 'Five < six & "seven"' });
    const first = await read();
    expect(first.entries.map(({ title }) => title)).toEqual(['Noticed: Five < six & "seven"']);
    expect(first.updated).toBe(first.entries[0]!.updated);
    await hearth.move(id, 'postponed', { reason: 'Smoke <b>\u0007' });
    await hearth.move(id, 'rescheduled', { reason: 'Room found', startsAt: '2031-04-01T09:00:00-07:00' });
    await hearth.move(id, 'cancelled', { reason: 'No quorum' });
    const { entries } = await read();
    expect(entries.map(({ term }) => term)).toEqual(['cancelled', 'rescheduled', 'postponed', 'noticed']);
    expect(entries[3]!.id).toBe(first.entries[0]!.id);
    expect(entries[3]!.summary).toContain('Start: Tuesday, March 4, 2031 at 9:00:00');
    expect(entries[2]!.summary).toContain('Smoke <b>\nStart: Tuesday, March 4');
    expect(entries[1]!.summary).toContain('Start: Tuesday, April 1, 2031');
    expect(entries[1]!.summary).toContain('Was to start: Tuesday, March 4, 2031');
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(4);
    expect(entries[0]!.alternate).toBe(`http://${HOST}/api/v1/hearings/${id}`);
    expect(entries[0]!.related).toBe(`http://${HOST}/api/v1/hearings/${id}.ics`);
  });

  it('tells of a change after notice, in the words of no step', async () => {
    const { id } = await hearth.noticed({ title: 'Annex' });
    const [noticed] = (await read()).entries;
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: 'The roof fell in.' };
    await hearth.change(`/hearings/${id}`, {
      venue: { name: 'The Annex', address: '1 Oak Street' },
      exception,
    });
    const { items } = (await hearth.read(`/hearings/${id}/notices`)).body as {
      items: { id: string; kind: string; givenAt: string }[];
    };
    const given = items.at(-1)!;
    expect(given.kind).toBe('change');
    const [changed, before] = (await read()).entries;
    const start = 'Start: Tuesday, March 4, 2031 at 9:00:00 AM PST';
    expect(changed).toEqual({
      id: `urn:uuid:${given.id}`,
      title: 'Changed: Annex',
      published: given.givenAt,
      updated: given.givenAt,
      summary: `The roof fell in.\n${start}\nPlace: The Annex`,
      term: 'change',
      alternate: `http://${HOST}/api/v1/hearings/${id}/notices/${given.id}?format=html`,
      related: `http://${HOST}/api/v1/hearings/${id}.ics`,
    });
    expect((await hearth.read(changed!.alternate.replace(`http://${HOST}/api/v1`, ''))).status).toBe(200);
    expect(before!.id).toBe(noticed!.id);
    await hearth.move(id, 'rescheduled', { reason: 'Room found', startsAt: '2031-04-01T09:00:00-07:00' });
    expect((await read()).entries[1]).toEqual(changed);
  });

  it('is the same for everybody, and tells of nothing that is hidden', async () => {
    const before = await hearth.text('/hearings.atom');
    const secret = 'Quicksilver';
    await hearth.hearing({ title: secret });
    await hearth.noticed({ kind: 'stakeholder_interview', title: secret });
    const embargoed = await hearth.noticed({ title: secret, embargoUntil: '2030-01-01T00:00:00Z' });
    const exception = { citation: 'Gov. Code 11125.3(a)(1)', reason: secret };
    const changed = await hearth.change(`/hearings/${embargoed.id}`, {
      venue: { name: secret, address: '1 Oak Street' },
      exception,
    });
    expect(changed.status).toBe(200);
    const dropped = await hearth.hearing({ title: secret });
    await hearth.move(dropped.id, 'cancelled', { reason: secret });
    for (const key of [null, hearth.clerk, hearth.commissioner]) {
      expect(await hearth.text('/hearings.atom', key)).toBe(before);
    }
    // An embargo that has passed: what it held back is news now, however old it is.
    await hearth.change(`/hearings/${embargoed.id}`, { embargoUntil: new Date().toISOString() });
    const [newest, next] = (await read()).entries;
    expect([newest!.title, next!.title]).toEqual([`Changed: ${secret}`, `Noticed: ${secret}`]);
    expect(newest!.updated > newest!.published).toBe(true);
  });

  it('holds the latest hundred', async () => {
    for (let i = 0; i < 35; i++) {
      const { id } = await hearth.noticed({ startsAt: '2020-03-04T09:00:00-08:00', title: `Past ${i}` });
      await hearth.move(id, 'in_session');
      await hearth.move(id, 'adjourned');
    }
    const { entries } = await read();
    expect(entries).toHaveLength(100);
    expect(entries[0]!.title).toBe('Adjourned: Past 34');
    const told = entries.map(({ updated }) => updated);
    expect(told).toEqual(told.toSorted().toReversed());
  });
});
