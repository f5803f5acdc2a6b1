import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Body, type Desk, openDesk } from '../hearings/hearings.support.js';
import { exported, refusals, take } from './popolo.support.js';

describe('the commission as Popolo', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
    await fill(desk);
  });
  afterAll(() => desk.close());

  it('is read by anybody as far as they read its records', async () => {
    const [open, all] = [
      await desk.read('/commission/popolo'),
      await desk.read('/commission/popolo', desk.clerk),
    ];
    expect(open.status).toBe(200);
    const names = (file: Body) => (file['persons'] as Body[]).map(({ name }) => name);
    expect(names(open.body)).toEqual(['Ada', 'Eve']);
    expect(names(all.body)).toEqual(['Ada', 'Eve', 'Ghost']);
    expect(open.body.memberships).toHaveLength(3);
    expect(all.body.memberships).toHaveLength(4);
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
      expect(await take(empty, file, true)).toMatchObject({ outcome: 'would_import', came: { persons: 3 } });
      expect((await exported(empty)).persons).toEqual([]);
      const report = await take(empty, file);
      expect(report).toEqual({
        outcome: 'imported',
        came: {
          commission: 1,
          persons: 3,
          organisations: 2,
          sectors: 1,
          posts: 4,
          terms: 4,
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
      expect(await refusals(empty, file)).toEqual(['/persons/0 DIFFERS']);
    } finally {
      await empty.close();
    }
  });

  it('says what it leaves out, and keeps other ids', async () => {
    const empty = await openDesk();
    const file = {
      persons: [
        { id: 'q1', name: 'Foreign', gender: 'x', contact_details: [], links: null },
        { id: 'q2', name: 'Of the staff' },
        { id: 'q3', name: 'Beside' },
      ],
      organizations: [
        { id: 'body', name: 'A body', classification: 'commission' },
        { id: 'party', name: 'A party', classification: 'party', founding_date: '1999-01-01' },
      ],
      posts: [
        { id: 'p1', label: 'First seat', role: 'Assembly member', start_date: '2015-01-01' },
        { id: 'p2', label: 'Secretary', role: 'staff', start_date: '2015-01-01' },
      ],
      memberships: [
        { id: 'm1', person_id: 'q1', post_id: 'p1', start_date: '2015-01-01', label: 'x' },
        { id: 'm2', person_id: 'q2', post_id: 'p2', start_date: '2015-01-01' },
      ],
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
        persons: [{ name: 'Foreign' }, { name: 'Of the staff' }],
        posts: [{ role: 'member' }, { role: 'staff' }],
      });
      // Nobody is public who was not said to be, but for who sits.
      expect((await empty.read('/people')).body.items).toMatchObject([{ name: 'Foreign' }]);
    } finally {
      await empty.close();
    }
  });
});

/** A bench with somebody on it, one of the staff who is not listed, a hidden sponsor, a zone with a county. */
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
  const ghost = await desk.make('/people', { name: 'Ghost' });
  const secretary = await post('Secretary', { kind: 'staff' });
  await desk.make(`/commissioners/${ghost.id}/terms`, { postId: secretary.id, startsOn: '2015-01-01' });
  const eve = await desk.make('/commissioners', {
    person: { name: 'Eve' },
    postId: one.id,
    startsOn: '2015-01-01',
    endsOn: '2015-12-31',
  });
  const [former] = (await desk.read(`/commissioners/${eve.id}/terms`, desk.clerk)).body.items;
  await desk.change(`/commissioners/${eve.id}/terms/${former.id}`, { endReason: 'resigned' });
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
