import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  PopoloExport,
  PopoloImport,
  PopoloRefusal,
  type PopoloRemark,
} from '#src/record/commission/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { type Body, type Desk, openDesk } from '../hearings/hearings.support.js';

describe('the commission as Popolo', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await fill(desk);
  });
  afterAll(() => desk.close());

  const exported = (from: Desk) => actAs(OPERATOR, () => from.app.get(PopoloExport, { strict: false }).run());
  const take = (into: Desk, file: unknown, dryRun = false) =>
    actAs(OPERATOR, () =>
      into.app
        .get(PopoloImport, { strict: false })
        .run(typeof file === 'string' ? file : JSON.stringify(file), { dryRun }),
    );
  const problemsOf = async (into: Desk, file: unknown): Promise<readonly PopoloRemark[]> => {
    try {
      await take(into, file);
    } catch (error) {
      if (error instanceof PopoloRefusal) return error.problems;
      throw error;
    }
    return [];
  };
  const places = async (into: Desk, file: unknown) =>
    (await problemsOf(into, file)).map(({ pointer, code }) => `${pointer} ${code}`);

  it('is read by anybody as far as they read its records', async () => {
    const [open, all] = [
      await desk.read('/commission/popolo'),
      await desk.read('/commission/popolo', desk.clerk),
    ];
    expect(open.status).toBe(200);
    const names = (file: Body) => (file['persons'] as Body[]).map(({ name }) => name);
    expect(names(open.body)).toEqual(['Ada']);
    expect(names(all.body)).toEqual(['Ada', 'Ghost']);
    expect(open.body.memberships).toHaveLength(2);
    expect(all.body.memberships).toHaveLength(3);
    expect(open.body.organizations.map(({ name }: Body) => name)).toEqual(['Blue Ribbon', 'Directors']);
    expect(all.body.organizations).toHaveLength(3);
    // A post says who fills it and a term whom it succeeds only to who may know of them.
    const post = open.body.posts.find(({ label }: Body) => label === 'Seat 2');
    expect(post).toMatchObject({ role: 'member', start_date: '2015-01-01' });
    expect(post.hearth).toBeUndefined();
    expect(JSON.stringify(open.body)).not.toContain(all.body.organizations[2].id);
    expect(JSON.stringify(all.body)).not.toContain('ada@example.org');
    expect(open.body.persons[0]).toMatchObject({
      name: 'Ada',
      given_name: 'A',
      honorific_prefix: 'Dr.',
      links: [{ url: 'https://example.org/ada' }],
      hearth: { position: 'Director', listed: true },
    });
    expect(
      open.body.areas.map(({ id, name, classification }: Body) => [id.slice(0, 6), name, classification]),
    ).toEqual([
      [expect.any(String), 'Bay', 'zone'],
      ['county', 'Alameda', 'county'],
    ]);
  });

  it('comes back the same from an empty database, and a second time changes nothing', async () => {
    const file = await exported(desk);
    const empty = await openDesk();
    try {
      expect(await take(empty, file, true)).toMatchObject({ outcome: 'would_import', came: { persons: 2 } });
      expect((await exported(empty)).persons).toEqual([]);
      const report = await take(empty, file);
      expect(report).toEqual({
        outcome: 'imported',
        came: {
          commission: 1,
          persons: 2,
          organisations: 2,
          sectors: 1,
          posts: 3,
          terms: 3,
          zones: 1,
          counties: 1,
        },
        remarks: [],
      });
      expect(await exported(empty)).toEqual(file);
      expect((await empty.read('/commissioners?at=2016-06-01')).body.items).toHaveLength(1);
      const ada = file.persons[0]!;
      const tag = async () => (await empty.read(`/people/${ada.id}`)).headers['etag'] as string;
      const before = await tag();
      expect((await take(empty, file)).outcome).toBe('unchanged');
      expect(await tag()).toBe(before);
      // Somebody changed a person since: an import changes nothing, and says where.
      await empty.change(`/people/${ada.id}`, { position: 'Retired' });
      expect(await places(empty, file)).toEqual(['/persons/0 DIFFERS']);
    } finally {
      await empty.close();
    }
  });

  it('says what it leaves out, and keeps other ids', async () => {
    const empty = await openDesk();
    const file = {
      persons: [{ id: 'q1', name: 'Foreign', gender: 'x', contact_details: [], links: null }],
      organizations: [
        { id: 'body', name: 'A body', classification: 'commission' },
        { id: 'party', name: 'A party', classification: 'party', founding_date: '1999-01-01' },
      ],
      posts: [{ id: 'p1', label: 'First seat', role: 'Assembly member', start_date: '2015-01-01' }],
      memberships: [{ id: 'm1', person_id: 'q1', post_id: 'p1', start_date: '2015-01-01', label: 'x' }],
      areas: [{ id: 'state', name: 'California' }],
      events: [],
    };
    try {
      const report = await take(empty, file);
      expect(report.remarks.map(({ pointer, code }) => `${pointer} ${code}`).toSorted()).toEqual([
        '/areas/0 NOT_TAKEN',
        '/events NOT_TAKEN',
        '/memberships/0/label NOT_TAKEN',
        '/organizations/1/classification BENT',
        '/organizations/1/founding_date NOT_TAKEN',
        '/persons/0/contact_details NOT_TAKEN',
        '/persons/0/gender NOT_TAKEN',
        '/posts/0/role BENT',
      ]);
      expect((await take(empty, file)).outcome).toBe('unchanged');
      expect(await exported(empty)).toMatchObject({
        persons: [{ name: 'Foreign' }],
        posts: [{ role: 'member' }],
      });
      // Nobody is public who was not said to be.
      expect((await empty.read('/people')).body.items).toEqual([]);
    } finally {
      await empty.close();
    }
  });

  it('is refused whole, each reason with its place', async () => {
    const empty = await openDesk();
    const seat = { label: 's', start_date: '2015-01-01' };
    const of = (person: string, post: string, more: object = {}) => ({
      person_id: person,
      post_id: post,
      start_date: '2016-01-01',
      ...more,
    });
    try {
      expect(await places(empty, '{')).toEqual([' JSON']);
      expect(await places(empty, [])).toEqual([' FORM']);
      expect(
        await places(empty, {
          persons: [{ id: 'a' }, { id: 'b', name: '', links: [{ url: 'ftp://x' }] }],
          posts: [{ id: 'p', ...seat, start_date: '2015' }],
        }),
      ).toEqual([
        '/persons/0/name REQUIRED',
        '/persons/1/name FORM',
        '/persons/1/links/0/url FORM',
        '/posts/0/start_date FORM',
      ]);
      expect(
        await places(empty, {
          persons: [
            { id: 'a', name: 'A' },
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B' },
          ],
          organizations: [{ id: 'o', name: 'O' }],
          posts: [
            { id: 'p', ...seat, end_date: '2016-12-31' },
            { id: 'q', ...seat, organization_id: 'o' },
            { id: 'c', ...seat, role: 'chair' },
            { id: 'd', ...seat, role: 'chair' },
            { id: 'e', ...seat, hearth: { sector_id: 's' } },
          ],
          memberships: [
            { id: '1', ...of('a', 'p') },
            { id: '2', ...of('b', 'p', { end_date: '2016-03-01' }) },
            { id: '3', ...of('a', 'q', { end_date: '2016-03-01', hearth: { succeeds_id: '2' } }) },
            { id: '4', ...of('nobody', 'q', { on_behalf_of_id: 'nobody' }) },
            { id: '5', ...of('b', 'c', { end_date: '2015-12-31' }) },
            { id: '6', ...of('b', 'd', { hearth: { end_reason: 'died' } }) },
          ],
          areas: [
            {
              id: 'z',
              name: 'Z',
              classification: 'zone',
              identifiers: [{ scheme: 'zone', identifier: '0' }],
            },
            {
              id: 'c',
              name: 'C',
              classification: 'county',
              identifiers: [{ scheme: 'fips', identifier: '06001' }],
            },
          ],
          hearth: { sectors: [{ id: 's', key: 's', name: 'S', end_date: '2014-12-31' }] },
        }).then((found) => found.toSorted()),
      ).toEqual(
        [
          '/persons/1/id TWICE',
          '/posts/4/hearth/sector_id SECTOR_ENDED',
          '/posts/1/organization_id OTHER_ORGANIZATION',
          '/posts/3/start_date CHAIR_PROVIDED',
          '/memberships/0/end_date POST_ENDED',
          '/memberships/1/start_date POST_TAKEN',
          '/memberships/2/hearth/succeeds_id SUCCESSION_ORDER',
          '/memberships/2/start_date TERM_OVERLAPS',
          '/memberships/3/on_behalf_of_id UNKNOWN_REFERENCE',
          '/memberships/3/person_id UNKNOWN_REFERENCE',
          '/memberships/4/end_date DAYS_REVERSED',
          '/memberships/5/hearth/end_reason END_REASON_ALONE',
          '/areas/0/identifiers ZONE_NUMBER',
          '/areas/1/parent_id UNKNOWN_REFERENCE',
        ].toSorted(),
      );
      // What only the database knows is told with its place too, and nothing of the file stays.
      await empty.make('/posts', { kind: 'office', office: 'chair', label: 'Chair', startsOn: '2015-01-01' });
      const second = {
        persons: [{ id: 'x', name: 'X' }],
        posts: [{ id: 'c', ...seat, role: 'chair' }],
      };
      expect(await places(empty, second)).toEqual(['/posts/0 CHAIR_PROVIDED']);
      expect((await empty.read('/people', empty.clerk)).body.items).toEqual([]);
    } finally {
      await empty.close();
    }
  });
});

/** A bench with somebody on it, somebody not listed yet, a hidden sponsor, a zone with a county. */
async function fill(desk: Desk): Promise<void> {
  await desk.change('/commission', {
    name: 'Blue Ribbon',
    mandate: 'To hear',
    quorum: 5,
    foundedOn: '2015-07-01',
  });
  const sector = await desk.make('/sectors', { key: 'health', name: 'Health' });
  const open = await desk.make('/sponsors', {
    name: 'Directors',
    kind: 'co_sponsor',
    listed: true,
    since: '2015-01-01',
  });
  const hidden = await desk.make('/sponsors', {
    name: 'Secret',
    kind: 'endorser',
    url: 'https://example.org/',
  });
  const post = (label: string, more: object) =>
    desk.make('/posts', { kind: 'seat', label, startsOn: '2015-01-01', ...more });
  const [one, two] = [
    await post('Seat 1', { sectorId: sector.id, fillableById: open.id }),
    await post('Seat 2', { fillableById: hidden.id, endsOn: '2020-12-31' }),
  ];
  const chair = await post('Chair', { kind: 'office', office: 'chair' });
  const ghost = await desk.make('/commissioners', {
    person: { name: 'Ghost' },
    postId: one.id,
    startsOn: '2015-01-01',
    endsOn: '2015-12-31',
  });
  const [former] = (await desk.read(`/commissioners/${ghost.id}/terms`, desk.clerk)).body.items;
  await desk.change(`/commissioners/${ghost.id}/terms/${former.id}`, { endReason: 'resigned' });
  const ada = await desk.make('/commissioners', {
    person: {
      name: 'Ada',
      givenName: 'A',
      honorific: 'Dr.',
      position: 'Director',
      url: 'https://example.org/ada',
      listed: true,
    },
    postId: one.id,
    startsOn: '2016-01-01',
    appointedById: open.id,
    succeedsId: former.id,
  });
  await desk.make(`/commissioners/${ada.id}/terms`, {
    postId: chair.id,
    startsOn: '2016-02-01',
    acting: true,
  });
  await desk.make('/zones', { number: 4, name: 'Bay', counties: ['06001'] });
  await desk.make('/people', { name: 'Only a witness', listed: true });
  await desk.anybody
    .put(`/api/v1/people/${ada.id}/contact`)
    .set('Authorization', desk.clerk)
    .set('If-Match', '*')
    .send({ email: 'ada@example.org' });
  expect(two.id).not.toBe(one.id);
}
