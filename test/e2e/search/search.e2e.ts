import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SearchKeeper } from '#src/holdings/search/index.js';
import { createRoom, type Room } from '../testimony/testimony.support.js';

interface Item {
  kind: string;
  id: string;
  highlight: string;
  start: number | null;
  end: number | null;
  cues: number[] | null;
  speaker: string | null;
  hearing: { id: string; title: string } | null;
  links: { self: string; moment?: string };
}

const at = (second: number) => `00:00:${String(second).padStart(2, '0')}.000`;
const cue = (n: number, speaker: string, text: string) => `${at(n)} --> ${at(n + 1)}\n<v ${speaker}>${text}`;
const vtt = (cues: string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`;

const SAID = vtt([
  cue(1, 'Ana Núñez', 'The county lifted its parking'),
  cue(2, 'Ana Núñez', 'mandates last year &amp; nobody &lt;minded&gt;.'),
  cue(3, 'Ben Okafor', 'Shelters are full, and counsellors leave.'),
  cue(4, 'Ben Okafor', 'A foster parent asked for training.'),
  cue(5, 'Ana Núñez', 'Parking is not the question; mandates are.'),
]);
const DICHO = vtt([
  cue(1, 'Luz Ávila', 'La comisión escuchó a las familias.'),
  cue(2, 'Luz Ávila', 'Necesitamos más refugios y consejeros.'),
]);

describe('search', () => {
  let room: Room;
  let hearing: string;
  let recording: string;

  const find = async (query: string, key: string | null = null): Promise<Item[]> => {
    const answer = await room.as(key, 'get', `/search?${query}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return (answer.body as { items: Item[] }).items;
  };
  const q = (text: string, more = '') => `q=${encodeURIComponent(text)}${more}`;

  beforeAll(async () => {
    room = await createRoom();
    hearing = await room.hearing();
    recording = await room.recording(hearing);
    await room.status(`/recordings/${recording}`, 'posted');
    const english = await room.transcript(recording, SAID, { language: 'en' });
    await room.status(`/transcripts/${english}`, 'posted');
    const spanish = await room.transcript(recording, DICHO, { language: 'es' });
    await room.status(`/transcripts/${spanish}`, 'posted');
    const made = await room.post('/testimonies', {
      form: 'recorded',
      hearingId: hearing,
      name: 'Ben Okafor',
      position: 'against',
      affiliations: ['Harbour House'],
    });
    expect(made.status).toBe(201);
    const testimony = `/testimonies/${(made.body as { id: string }).id}`;
    const span = { recordingId: recording, start: 3, end: 5 };
    expect((await room.change('put', `${testimony}/recording`, span, testimony)).status).toBe(200);
    await room.status(testimony, 'posted');
  });
  afterAll(async () => {
    await room.close();
  });

  it('finds a phrase across the border of two cues, with its seconds', async () => {
    const [item] = await find(q('"parking mandates"'));
    expect(item).toMatchObject({ kind: 'passage', start: 1, end: 3, cues: [0, 1], speaker: 'Ana Núñez' });
    expect(item?.links.moment).toBe(`/api/v1/recordings/${recording}/moments/1`);
    expect(item?.highlight).toContain('<mark>parking</mark> <mark>mandates</mark>');
    expect(item?.highlight).toContain('&amp; nobody &lt;minded&gt;');
    expect((await room.as(null, 'get', item?.links.moment?.slice('/api/v1'.length) ?? '')).status).toBe(200);
  });

  it('tells every place in a passage where one word is said', async () => {
    const [item] = (await find(q('parking'))) as (Item & { occurrences: object[] })[];
    expect(item?.occurrences).toMatchObject([
      { start: 1, end: 2, cues: [0, 0], moment: `/api/v1/recordings/${recording}/moments/1` },
      { start: 5, end: 6, cues: [4, 4] },
    ]);
  });

  it('finds all the words, in the shortest stretch that says them', async () => {
    const [item] = await find(q('parking question'));
    expect(item).toMatchObject({ start: 5, end: 6, cues: [4, 4] });
  });

  it('knows exclusions, prefixes, accents, case and stems of both languages', async () => {
    expect(await find(q('parking -shelters'))).toHaveLength(0);
    expect((await find(q('counsel*')))[0]).toMatchObject({ start: 3 });
    expect((await find(q('SHELTER')))[0]).toMatchObject({ start: 3 });
    expect((await find(q('COMISION')))[0]).toMatchObject({ start: 1, speaker: 'Luz Ávila' });
    expect((await find(q('refugio')))[0]).toMatchObject({ start: 2 });
  });

  it('has no wrong syntax', async () => {
    for (const odd of [
      '"',
      '-',
      '""',
      '*',
      "o'b'|&!",
      '(((',
      ':*',
      '\\',
      '<->',
      'a:b',
      '-"',
      '%00x'.slice(3),
    ]) {
      expect((await room.as(null, 'get', `/search?${q(odd)}`)).status).toBe(200);
    }
    expect((await room.as(null, 'get', '/search')).status).toBe(400);
    expect((await room.as(null, 'get', `/search?${q('a '.repeat(30))}`)).status).toBe(400);
    expect((await room.as(null, 'get', '/search?q=x&colour=red')).status).toBe(400);
    expect((await room.as(null, 'get', '/search?q=a%00b')).status).toBe(400);
    expect((await room.as(null, 'get', '/search?q=a&from=2026-02-31')).status).toBe(400);
  });

  it('filters by who says it, for or against, where, when and what', async () => {
    expect((await find(q('training', '&speaker=okafor')))[0]).toMatchObject({ speaker: 'Ben Okafor' });
    expect(await find(q('training', '&speaker=nunez'))).toHaveLength(0);
    expect(await find(q('shelters', '&position=against&kind=passage'))).toHaveLength(1);
    expect(await find(q('mandates', '&position=against&kind=passage'))).toHaveLength(0);
    expect(await find(q('shelters', `&hearing=${hearing}`))).toHaveLength(1);
    expect(await find(q('shelters', '&hearing=11111111-1111-4111-8111-111111111111'))).toHaveLength(0);
    expect(await find(q('shelters', '&from=2026-03-01&to=2026-03-01'))).toHaveLength(1);
    expect(await find(q('shelters', '&from=2026-03-02'))).toHaveLength(0);
    expect((await find('kind=testimony'))[0]).toMatchObject({
      kind: 'testimony',
      start: 3,
      end: 5,
      links: { moment: `/api/v1/recordings/${recording}/moments/3` },
    });
    expect((await find(q('harbour')))[0]).toMatchObject({ kind: 'testimony' });
  });

  it('counts on request, by kind and by position', async () => {
    const answer = await room.as(null, 'get', `/search?${q('okafor')}&facets=true`, undefined, {
      Prefer: 'return=total-count',
    });
    expect(answer.body).toMatchObject({
      total: 1,
      facets: { kind: { testimony: 1 }, position: { against: 1 } },
    });
  });

  it('shows nobody what is held back, not even in numbers or spelling', async () => {
    const hidden = await room.hearing('desk');
    const secret = await room.recording(hidden);
    await room.status(`/recordings/${secret}`, 'posted');
    const transcript = await room.transcript(secret, vtt([cue(1, 'Zed', 'The xylophonist was questioned.')]));
    await room.status(`/transcripts/${transcript}`, 'posted');
    await room.app.get(SearchKeeper).tend();
    for (const key of [null, await room.bearer('commissioner'), await room.bearer('integrator')]) {
      const answer = await room.as(key, 'get', `/search?${q('xylophonist')}&facets=true`, undefined, {
        Prefer: 'return=total-count',
      });
      expect(answer.body).toMatchObject({ items: [], total: 0, facets: { kind: {}, position: {} } });
      const typo = await room.as(key, 'get', `/search?${q('xylophonizt')}`);
      expect(typo.body).not.toHaveProperty('suggestion');
    }
    expect(await find(q('xylophonist'), room.clerk)).toHaveLength(1);
    const helped = await room.as(room.clerk, 'get', `/search?${q('xylophonizt')}`);
    expect(helped.body).toMatchObject({ suggestion: 'xylophonist' });

    await room.admin.query(`update hearing set own_audience = 'public' where id = $1`, [hidden]);
    expect(await find(q('xylophonist'))).toHaveLength(1);
    await room.admin.query(`update hearing set own_audience = 'desk' where id = $1`, [hidden]);
    expect(await find(q('xylophonist'))).toHaveLength(0);
    await room.app.get(SearchKeeper).tend();
    expect((await room.as(null, 'get', `/search?${q('xylophonizt')}`)).body).not.toHaveProperty('suggestion');
  });

  it('keeps an embargo to its moment, and then lets it go', async () => {
    const later = await room.hearing();
    await room.admin.query(
      `update hearing set title = 'Quokka', own_opens_at = now() + interval '1 hour' where id = $1`,
      [later],
    );
    const tape = await room.recording(later);
    await room.status(`/recordings/${tape}`, 'posted');
    const transcript = await room.transcript(tape, vtt([cue(1, 'Yan', 'A marsupial was mentioned.')]));
    await room.status(`/transcripts/${transcript}`, 'posted');
    expect(await find(q('marsupial'))).toHaveLength(0);
    expect(await find(q('marsupial'), room.clerk)).toHaveLength(1);
    // As if the hour had passed: the label's own trigger is left out, as time leaves it out.
    await room.admin.query(`set session_replication_role = replica`);
    for (const table of ['hearing', 'recording', 'transcript']) {
      await room.admin.query(
        `update ${table} set opens_at = now() - interval '1 second' where opens_at > now()`,
      );
    }
    await room.admin.query(
      `update search.entry set opens_at = now() - interval '1 second' where opens_at > now()`,
    );
    await room.admin.query(`set session_replication_role = origin`);
    expect(await room.app.get(SearchKeeper).tend()).toBe(1);
    expect(await find(q('marsupial'))).toHaveLength(1);
  });

  it('helps with a slip of the fingers', async () => {
    await room.app.get(SearchKeeper).tend();
    expect((await room.as(null, 'get', `/search?${q('parkimg mandates')}`)).body).toMatchObject({
      items: [],
      suggestion: 'parking mandates',
    });
  });

  it('tells no clock of a recording that is not posted, nor lets a testimony borrow one', async () => {
    const draft = await room.hearing('desk');
    const secret = await room.recording(draft, { recordedAt: '2019-07-08T17:11:12Z' });
    const make = async (body: object) => {
      const made = await room.post('/testimonies', {
        form: 'recorded',
        receivedAt: '2026-01-01T00:00:00Z',
        ...body,
      });
      return `/testimonies/${(made.body as { id: string }).id}`;
    };
    const span = (recordingId: string) => ({ recordingId, start: 33, end: 34 });
    const floating = await make({ name: 'Floating Farquhar' });
    const refused = await room.change('put', `${floating}/recording`, span(secret), floating);
    expect(refused.status).toBe(422);

    const unposted = await room.recording(hearing, { recordedAt: '2019-07-08T17:11:12Z' });
    const early = await make({ name: 'Early Farquhar', hearingId: hearing });
    await room.change('put', `${early}/recording`, span(unposted), early);
    await room.status(early, 'posted');
    const when = async () =>
      ((await find(q('farquhar'))) as unknown as { happenedAt: string }[])[0]?.happenedAt;
    expect(await when()).toBe('2026-01-01T00:00:00.000Z');
    await room.status(`/recordings/${unposted}`, 'posted');
    expect(await when()).toBe('2019-07-08T17:11:45.000Z');
    await room.status(`/recordings/${unposted}`, 'retracted', 'A mistake');
    expect(await when()).toBe('2026-01-01T00:00:00.000Z');
  });
});
