import { personAccount } from '#src/record/commission/index.js';
import { KeyRegister } from '#src/trust/accounts/index.js';
import { type Body, type Desk, openDesk } from '../hearings/hearings.support.js';
import { openSeats } from '../commission/seats.js';

/** The day of the sitting: 4 March 2026, on the clock of Los Angeles. */
export const at = (time: string): string => new Date(`2026-03-04T${time}:00-08:00`).toISOString();

export interface Chamber extends Desk {
  /** Those on the bench, by the names given. */
  readonly members: Readonly<Record<string, string>>;
  /** A listed person who has no seat. */
  guest(name: string): Promise<string>;
  /** A hearing that is in session from nine o'clock on. */
  sitting(change?: object, items?: object[]): Promise<{ hearing: Body; session: Body; items: Body[] }>;
  /** A commissioner's key of their own. */
  keyOf(name: string): Promise<string>;
  arrive(hearing: Body, name: string, time: string, more?: object): Promise<void>;
  leave(hearing: Body, name: string, time: string): Promise<void>;
  /** With the ETag of now; `headers` in its place. */
  put(path: string, body: object, headers?: Record<string, string>): ReturnType<Desk['as']>;
  tag(path: string, key?: string): Promise<string>;
}

export async function openChamber(names: readonly string[]): Promise<Chamber> {
  const desk = await openDesk();
  const seats = await openSeats(desk);
  const members: Record<string, string> = {};
  for (const name of names) {
    const person = await desk.make('/people', { name, listed: true });
    const postId = await seats.seat({ label: `Seat of ${name}` });
    await seats.term({ personId: person.id, postId, from: '2026-01-01' });
    members[name] = person.id;
  }
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await desk.as(desk.clerk, 'post', path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
  const tag: Chamber['tag'] = async (path, key = desk.clerk) =>
    (await desk.read(path, key)).headers['etag'] as string;
  return {
    ...desk,
    members,
    guest: async (name) => (await desk.make('/people', { name, listed: true })).id,
    sitting: async (change = {}, wanted = [{ title: 'Opening' }]) => {
      const hearing = await desk.hearing({ startsAt: at('09:00'), ...change });
      const path = `/hearings/${hearing.id}`;
      const items: Body[] = [];
      for (const item of wanted) items.push(await desk.make(`${path}/agenda-items`, item));
      for (const status of ['noticed', 'in_session'] as const) {
        const moved = await desk.move(hearing.id, status);
        if (moved.status !== 201) throw new Error(JSON.stringify(moved.body));
      }
      const session = await desk.make(`${path}/sessions`, { name: 'Morning', openedAt: at('09:00') });
      return { hearing, session, items };
    },
    keyOf: async (name) => {
      const register = new KeyRegister(desk.database.ownerUrl);
      const key = { name, role: 'commissioner' as const, scopes: [], expiresAt: null };
      return `Bearer ${await register.create(key, personAccount(members[name]!))}`;
    },
    arrive: (hearing, name, time, more = {}) =>
      post(`/hearings/${hearing.id}/attendance/${members[name]}/arrivals`, { at: at(time), ...more }),
    leave: (hearing, name, time) =>
      post(`/hearings/${hearing.id}/attendance/${members[name]}/departures`, { at: at(time) }),
    put: (path, body, headers) =>
      desk.anybody
        .put(`/api/v1${path}`)
        .set('Authorization', desk.clerk)
        .set(headers ?? {})
        .send(body),
    tag,
    close: async () => {
      await seats.close();
      await desk.close();
    },
  };
}
