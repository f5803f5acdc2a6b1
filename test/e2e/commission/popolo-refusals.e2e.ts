import { expect, it } from '@jest/globals';
import { openDesk } from '../hearings/hearings.support.js';
import { refusals } from './popolo.support.js';

it('a Popolo file is refused whole, each reason with its place', async () => {
  const empty = await openDesk();
  const seat = { label: 's', start_date: '2015-01-01' };
  const of = (person: string, post: string, more: object = {}) => ({
    person_id: person,
    post_id: post,
    start_date: '2016-01-01',
    ...more,
  });
  try {
    expect(await refusals(empty, '{')).toEqual([' JSON']);
    expect(await refusals(empty, [])).toEqual([' FORM']);
    expect(
      await refusals(empty, {
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
      await refusals(empty, {
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
    expect(await refusals(empty, second)).toEqual(['/posts/0 CHAIR_PROVIDED']);
    expect((await empty.read('/people', empty.clerk)).body.items).toEqual([]);
    // Whoever sits is public, whatever a file wishes and whoever kept them to the desk before.
    const { id } = await empty.make('/people', { name: 'Kept back' });
    const sits = (person: object) => ({
      persons: [person],
      posts: [{ id: 'p', ...seat }],
      memberships: [{ id: '1', ...of(id, 'p') }],
    });
    const kept = { id, name: 'Kept back' };
    expect(await refusals(empty, sits({ ...kept, hearth: { listed: false } }))).toEqual([
      '/memberships/0/person_id PERSON_UNLISTED',
    ]);
    expect(await refusals(empty, sits(kept))).toEqual(['/persons/0 DIFFERS']);
  } finally {
    await empty.close();
  }
});
