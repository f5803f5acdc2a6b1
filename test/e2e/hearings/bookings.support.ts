import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { type Body, type Desk, openDesk } from './hearings.support.js';

export interface Conflict {
  readonly kind: string;
  readonly key: string;
  readonly subject: string;
  readonly blocks: boolean;
  readonly other: { readonly id: string };
  readonly acknowledged: { readonly reason: string; readonly by: string } | null;
}

export let desk: Desk;
/** A day for each test, so that one is never in another's way. */
export let day = 0;
export let person: Body;

/** For the top of a file: a desk of its own, and another day for each test. */
export function bookAtDesk(): void {
  beforeAll(async () => {
    desk = await openDesk();
    person = await desk.make('/people', { name: 'Ann Roe', listed: true });
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    day += 1;
  });
}

export const time = (hour: number): string => new Date(Date.UTC(2032, 2, 1 + day, 15 + hour)).toISOString();

/** From nine to twelve, in a room of its own. */
export const planned = async (change: object = {}): Promise<string> => {
  const { id } = await desk.hearing({ startsAt: time(0), endsAt: time(3), ...change });
  await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
  return id;
};
export const notice = (id: string) => desk.move(id, 'noticed');
export const noticed = async (change: object = {}): Promise<string> => {
  const id = await planned(change);
  expect((await notice(id)).status).toBe(201);
  return id;
};
export const conflicts = async (id: string): Promise<Conflict[]> =>
  (await desk.read(`/hearings/${id}/conflicts`, desk.clerk)).body.items as Conflict[];
export const acknowledge = (id: string, otherHearingId: string, conflict?: { kind: string; key: string }) =>
  desk.as(desk.clerk, 'post', `/hearings/${id}/conflict-acknowledgements`, {
    kind: conflict?.kind,
    key: conflict?.key,
    otherHearingId,
    reason: 'The wall folds away.',
  });
export const seat = async (id: string, personIds: string[]) =>
  desk.as(desk.clerk, 'put', `/hearings/${id}/roster`, { personIds }, { 'If-Match': '*' });
/** What a refusal names: the kind, the other hearing, the key. */
export const named = (body: { errors: { code: string; otherHearingId: string; key: string }[] }) =>
  body.errors.map(({ code, otherHearingId, key }) => {
    return { kind: code.replace('_BOOKED', '').toLowerCase(), otherHearingId, key };
  });
