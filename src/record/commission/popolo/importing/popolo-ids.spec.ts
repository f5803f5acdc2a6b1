import { expect, it } from '@jest/globals';
import { idOf, Names } from './popolo-ids.js';
import type { PopoloRemark } from './popolo-problems.js';

it('keeps an id that is a UUID, and makes the same one of another text each time', () => {
  const uuid = '5B0C1D1E-6A0F-4E0C-9C2B-0F4F3A7F1D11';
  expect(idOf('person', uuid)).toBe(uuid.toLowerCase());
  const made = idOf('person', 'Q42');
  expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idOf('person', 'Q42')).toBe(made);
  expect(idOf('person', 'Q43')).not.toBe(made);
  expect(idOf('post', 'Q42')).not.toBe(made);
});

it('tells an id given twice, in whatever case, and a reference that names nothing', () => {
  const problems: PopoloRemark[] = [];
  const uuid = '5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11';
  const names = new Names('post', [{ id: uuid }, { id: uuid.toUpperCase() }], '/posts', problems);
  expect(names.resolve(uuid, '/memberships/0/post_id')).toBe(uuid);
  expect(names.resolve(undefined, '/memberships/1/post_id')).toBeUndefined();
  expect(names.resolve('Q1', '/memberships/2/post_id')).toBeUndefined();
  expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/posts/1/id TWICE',
    '/memberships/2/post_id UNKNOWN_REFERENCE',
  ]);
});
