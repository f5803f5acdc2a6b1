import type supertest from 'supertest';
import type { Body } from '../hearings/hearings.support.js';
import { at, type Chamber, openChamber } from './proceedings.support.js';

export const NINE = ['Ada', 'Ben', 'Cho', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida'] as const;
const CHOICES = { a: 'aye', n: 'no', '-': 'abstain', r: 'recused', x: 'absent' } as const;

/** A bench of nine, and what is done at its table. */
export interface Floor extends Chamber {
  id(name: string): string;
  /** The votes of the nine in their order: `aaannn-rx`. */
  called(calls: string): { personId: string; choice: string }[];
  /** A hearing in session with those who are there from nine o'clock on. */
  session(names?: readonly string[], items?: object[]): ReturnType<Chamber['sitting']>;
  /** At ten, by Ada, seconded by Ben. */
  propose(hearing: Body, change?: object, headers?: Record<string, string>): supertest.Test;
  path(hearing: Body, motion: Body): string;
  /** At half past ten, with the ETag of now. */
  vote(
    hearing: Body,
    motion: Body,
    calls: string,
    votedAt?: string,
    tag?: string,
  ): Promise<supertest.Response>;
  recuse(name: string, matter: Body): Promise<Body>;
}

export async function openFloor(): Promise<Floor> {
  const chamber = await openChamber(NINE);
  const id: Floor['id'] = (name) => chamber.members[name] ?? '';
  const path: Floor['path'] = (hearing, motion) => `/hearings/${hearing.id}/motions/${motion.id}`;
  const called: Floor['called'] = (calls) =>
    NINE.map((name, index) => ({
      personId: id(name),
      choice: CHOICES[calls[index] as keyof typeof CHOICES],
    }));
  return {
    ...chamber,
    id,
    path,
    called,
    session: async (names = NINE, items) => {
      const made = await chamber.sitting({}, items);
      for (const name of names) await chamber.arrive(made.hearing, name, '09:00');
      return made;
    },
    propose: (hearing, change = {}, headers = {}) => {
      const motion = { text: 'That every county be asked.', movedBy: id('Ada'), secondedBy: id('Ben') };
      const body = { ...motion, movedAt: at('10:00'), ...change };
      return chamber.as(chamber.clerk, 'post', `/hearings/${hearing.id}/motions`, body, headers);
    },
    vote: async (hearing, motion, calls, votedAt = at('10:30'), tag) => {
      const url = path(hearing, motion);
      const headers = { 'If-Match': tag ?? (await chamber.tag(url)) };
      return chamber.put(`${url}/roll-call`, { votedAt, votes: called(calls) }, headers);
    },
    recuse: (name, matter) =>
      chamber.make(`/commissioners/${id(name)}/recusals`, {
        matterId: matter.id,
        reason: 'Worked there.',
        startsAt: at('00:00'),
      }),
  };
}
