import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refusal } from '../hearings/hearings.support.js';
import { OPEN, openScribe, type Scribe } from './minutes.support.js';

describe('minutes', () => {
  let scribe: Scribe;

  beforeAll(async () => {
    scribe = await openScribe();
  });
  afterAll(() => scribe.close());

  const statusOf = async (id: string) => (await scribe.read(`/hearings/${id}`)).body.status as string;

  it('are drafted from what was recorded, edited, compared, approved at the next hearing and read by all', async () => {
    const { hearing } = await scribe.held();
    const path = `/hearings/${hearing.id}/minutes`;
    // The closed book says nothing of how far the minutes are.
    await scribe.written(hearing.id, { book: 'closed', body: 'x' });
    expect(await statusOf(hearing.id)).toBe('adjourned');
    const first = await scribe.written(hearing.id, { book: 'open', generate: true });
    expect(first).toMatchObject({
      status: 'draft',
      edition: null,
      language: 'en',
      approval: null,
      making: { version: 1, basedOn: null, reason: null, generated: true, madeBy: { name: 'test clerk' } },
    });
    expect(first['body']).toContain(
      'Moved by Ada: That the commission write to every county. Seconded by Ben.',
    );
    expect(await statusOf(hearing.id)).toBe('minutes_draft');
    expect((await scribe.read(path)).body).toMatchObject({ items: [] });

    const body = (first['body'] as string).replace('every county', 'each county');
    const second = await scribe.written(hearing.id, {
      book: 'open',
      body,
      basedOn: first.id,
      reason: 'A word',
    });
    const listed = (await scribe.read(`${path}?book=open`, scribe.commissioner)).body.items as {
      id: string;
    }[];
    expect(listed.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(listed[0]).not.toHaveProperty('body');
    const diff = (await scribe.read(`${path}/${second.id}/diff?from=${first.id}`, scribe.clerk)).body;
    expect(diff.coarse).toBe(false);
    expect(diff.segments.slice(1, 3)).toEqual([
      { kind: 'removed', text: 'every ' },
      { kind: 'added', text: 'each ' },
    ]);

    const approving = await scribe.approving();
    const approved = await scribe.as(scribe.clerk, 'post', `${path}/${second.id}/approval`, approving.body);
    expect(approved.status).toBe(201);
    expect(await statusOf(hearing.id)).toBe('minutes_approved');
    const read = (await scribe.read(`${path}/${second.id}`)).body;
    expect(read).toEqual({
      id: second.id,
      book: 'open',
      status: 'approved',
      edition: 1,
      language: 'en',
      approval: { at: '2026-03-04T18:00:00.000Z', note: null, ...approving.body },
      making: null,
      body,
    });
    expect((await scribe.read(`${path}?limit=5`)).body.items).toEqual(
      [{ ...read, body: undefined }].map(plain),
    );
  });

  it('are read as a text under a line that says whether they were approved', async () => {
    const { hearing } = await scribe.held({ title: 'A & B' });
    const draft = await scribe.written(hearing.id, OPEN);
    const path = `/hearings/${hearing.id}/minutes/${draft.id}`;
    const as = (format: string) => scribe.read(`${path}?format=${format}`, scribe.clerk);
    const [markdown, html, text] = [await as('markdown'), await as('html'), await as('text')];
    const banner = 'DRAFT: not approved by the commission.';
    expect(markdown.headers['content-type']).toBe('text/markdown; charset=utf-8');
    expect(markdown.text).toBe(`**${banner}**\n\n${OPEN.body}`);
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.text).toContain(`<title>Draft minutes: A &amp; B</title>`);
    expect(html.text).toContain(`<p data-status="draft"><strong>${banner}</strong></p>`);
    expect(text.text).toBe(`${banner}\n\nMinutes\n=======\n\nAda opened the hearing.\n`);
    expect(text.headers['content-disposition']).toBe('inline; filename="minutes-open-draft.txt"');
    const tags = [markdown, html, text].map(({ headers }) => headers['etag'] as string);
    expect(new Set(tags).size).toBe(3);
    const again = await as('text').set('If-None-Match', tags[2]!);
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await as('pdf')).status).toBe(400);
  });

  it('that are a draft are, for the public, not there', async () => {
    const { hearing } = await scribe.held();
    const path = `/hearings/${hearing.id}/minutes`;
    const draft = await scribe.written(hearing.id, { ...OPEN, body: 'A numbat.' });
    for (const suffix of ['', '?format=html', `/diff?from=${draft.id}`]) {
      const hidden = await scribe.read(`${path}/${draft.id}${suffix}`);
      const absent = await scribe.read(`${path}/${randomUUID()}${suffix}`);
      expect(hidden.status).toBe(404);
      expect(refusal(hidden)).toEqual(refusal(absent));
    }
    const none = await scribe.held();
    const lists = [await scribe.read(path), await scribe.read(`/hearings/${none.hearing.id}/minutes`)];
    expect(lists[0]!.body).toEqual(lists[1]!.body);
    const total = await scribe.read(path).set('Prefer', 'return=total-count');
    expect(total.body.total).toBe(0);
    const found = await scribe.read('/search?q=numbat');
    expect(found.body.items).toEqual([]);
  });

  it('are made once under one key, and of two at once one is based on the newest', async () => {
    const { hearing } = await scribe.held();
    const path = `/hearings/${hearing.id}/minutes`;
    const key = { 'Idempotency-Key': randomUUID() };
    const twice = [];
    for (const _ of [1, 2]) twice.push(await scribe.as(scribe.clerk, 'post', path, OPEN, key));
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    const [first] = twice.map(({ body }) => body);
    expect(twice[1]!.body.id).toBe(first.id);

    const edits = await Promise.all(
      ['one', 'two'].map((body) =>
        scribe.write(hearing.id, { ...OPEN, body, basedOn: first.id, reason: 'x' }),
      ),
    );
    const won = edits.find(({ status }) => status === 201)!;
    const lost = edits.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({
      code: 'MINUTES_MOVED',
      errors: [{ pointer: '/basedOn', code: 'CHANGED' }],
    });
    expect(lost.body.errors[0].detail).toContain('changed by test clerk at ');
    expect((await scribe.read(path, scribe.clerk)).body.items).toHaveLength(2);
    const next = { ...OPEN, body: 'one and two', basedOn: won.body.id, reason: 'Merged' };
    const merged = (await scribe.write(hearing.id, next)).body;
    expect(merged.making.version).toBe(3);
    // Of the drafts only the newest is found.
    const found = await scribe.read(`/search?hearing=${hearing.id}&kind=minutes`, scribe.clerk);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([merged.id]);
    expect((await scribe.write(hearing.id, OPEN)).body.code).toBe('MINUTES_MOVED');
  });

  it('are refused before the hearing is over, in a wrong form and from whoever is no clerk', async () => {
    const { hearing } = await scribe.sitting();
    const code = async (body: object, id = hearing.id) => {
      const answer = await scribe.write(id, body);
      return [answer.status, answer.body.code];
    };
    expect(await code(OPEN)).toEqual([409, 'MINUTES_TOO_EARLY']);
    expect(await code({ book: 'open', generate: true })).toEqual([409, 'MINUTES_TOO_EARLY']);
    const held = (await scribe.held()).hearing.id;
    expect(await code({ ...OPEN, generate: true }, held)).toEqual([422, 'BODY_OR_GENERATE']);
    expect(await code({ book: 'open' }, held)).toEqual([422, 'BODY_OR_GENERATE']);
    expect(await code({ ...OPEN, basedOn: randomUUID() }, held)).toEqual([422, 'REASON_REQUIRED']);
    expect(await code({ ...OPEN, basedOn: randomUUID(), reason: 'x' }, held)).toEqual([409, 'MINUTES_MOVED']);
    expect(await code({ ...OPEN, book: 'green' }, held)).toEqual([400, 'VALIDATION']);
    expect(await code({ ...OPEN, body: 'x'.repeat(500_001) }, held)).toEqual([400, 'VALIDATION']);
    expect(await code(OPEN, randomUUID())).toEqual([404, 'HEARING_NOT_FOUND']);
    expect((await scribe.write(held, OPEN, scribe.commissioner)).status).toBe(403);
    const scoped = await scribe.bearer('clerk', ['commission:write']);
    expect((await scribe.write(held, OPEN, scoped)).status).toBe(403);
    expect((await scribe.as(null, 'post', `/hearings/${held}/minutes`, OPEN)).status).toBe(401);
    expect((await scribe.read(`/hearings/${held}/minutes`, scribe.clerk)).body.items).toEqual([]);
  });
});

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
