import type { Body } from '../hearings/hearings.support.js';
import { at, type Chamber, openChamber } from './proceedings.support.js';

export interface Scribe extends Chamber {
  /** A hearing that was held and adjourned, with what was moved and heard at it. */
  held(change?: object): Promise<{ hearing: Body; session: Body; items: Body[] }>;
  /** A motion with its roll call: everybody votes aye unless told otherwise. */
  motion(
    hearing: Body,
    motion: object,
    votes?: Readonly<Record<string, string>>,
    time?: string,
  ): Promise<Body>;
  /** The next hearing, in session, with a motion that approved minutes. */
  approving(change?: object): Promise<{ hearing: Body; session: Body; motion: Body; body: Approval }>;
  write(hearingId: string, body: object, key?: string): ReturnType<Chamber['as']>;
  /** As the clerk; throws unless it is 201. */
  written(hearingId: string, body: object): Promise<Body>;
}

export interface Approval {
  hearingId: string;
  sessionId: string;
  motionId: string;
}

export const OPEN = { book: 'open', body: '# Minutes\n\nAda opened the hearing.' } as const;

export async function openScribe(names: readonly string[] = ['Ada', 'Ben', 'Cho']): Promise<Scribe> {
  const chamber = await openChamber(names);
  const motion: Scribe['motion'] = async (hearing, body, votes = {}, time = '10:00') => {
    const path = `/hearings/${hearing.id}/motions`;
    const [mover, seconder] = names.filter((name) => votes[name] === undefined || votes[name] === 'aye');
    const made = await chamber.make(path, {
      text: 'That the commission write to every county.',
      movedBy: chamber.members[mover!],
      secondedBy: chamber.members[seconder!],
      movedAt: at(time),
      ...body,
    });
    const called = await chamber.put(
      `${path}/${made.id}/roll-call`,
      {
        votedAt: at(time),
        votes: names.map((name) => ({ personId: chamber.members[name], choice: votes[name] ?? 'aye' })),
      },
      { 'If-Match': await chamber.tag(`${path}/${made.id}`) },
    );
    if (called.status !== 200) throw new Error(JSON.stringify(called.body));
    return called.body as Body;
  };
  const sitting: Chamber['sitting'] = async (...plan) => {
    const opened = await chamber.sitting(...plan);
    for (const name of names) await chamber.arrive(opened.hearing, name, '08:55');
    return opened;
  };
  const write: Scribe['write'] = (id, body, key = chamber.clerk) =>
    chamber.as(key, 'post', `/hearings/${id}/minutes`, body);
  return {
    ...chamber,
    sitting,
    motion,
    write,
    held: async (change) => {
      const opened = await sitting(change);
      await motion(opened.hearing, {});
      await chamber.change(`/hearings/${opened.hearing.id}/sessions/${opened.session.id}`, {
        adjournedAt: at('12:00'),
      });
      const moved = await chamber.move(opened.hearing.id, 'adjourned');
      if (moved.status !== 201) throw new Error(JSON.stringify(moved.body));
      return opened;
    },
    approving: async (change) => {
      const opened = await sitting({ title: 'The next hearing', ...change });
      const carried = await motion(opened.hearing, {
        kind: 'approve_minutes',
        text: 'To approve the minutes.',
      });
      const body = { hearingId: opened.hearing.id, sessionId: opened.session.id, motionId: carried.id };
      return { ...opened, motion: carried, body };
    },
    written: async (id, body) => {
      const answer = await write(id, body);
      if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as Body;
    },
  };
}
