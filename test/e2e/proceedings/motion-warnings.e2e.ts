import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Database } from '#src/foundation/database/index.js';
import { withClient } from '../../support/test-database.js';
import type { Body } from '../hearings/hearings.support.js';
import { OPEN, openScribe, type Scribe } from './minutes.support.js';
import { at } from './proceedings.support.js';

describe('what a recorded vote stood on, corrected after it', () => {
  let scribe: Scribe;
  beforeAll(async () => {
    scribe = await openScribe();
  });
  afterAll(() => scribe.close());

  const path = (hearing: Body, motion: Body) => `/hearings/${hearing.id}/motions/${motion.id}`;
  const read = async (hearing: Body, motion: Body, key: string | null = scribe.clerk) =>
    (await scribe.read(path(hearing, motion), key)).body;
  const told = async (hearing: Body, motion: Body) =>
    (await read(hearing, motion)).warnings.map((warning: Body) => [warning['code'], warning['pointer']]);
  const record = async (hearing: Body, name: string, presences: object[]) => {
    const entry = `/hearings/${hearing.id}/attendance/${scribe.members[name]}`;
    const answer = await scribe.put(entry, { presences }, { 'If-Match': await scribe.tag(entry) });
    expect(answer.status).toBe(200);
  };

  it('is told to the desk, of one motion and of the list, and gone once it is put right', async () => {
    const { hearing } = await scribe.sitting();
    const motion = await scribe.motion(hearing, {}, { Cho: 'no' });
    expect(motion['warnings']).toEqual([]);
    const before = await scribe.tag(path(hearing, motion));
    await record(hearing, 'Cho', [{ arrivedAt: at('08:55'), leftAt: at('09:30') }]);
    expect(await told(hearing, motion)).toEqual([['VOTER_ABSENT', '/votes/2']]);
    expect(await scribe.tag(path(hearing, motion))).not.toBe(before);
    await record(hearing, 'Ben', []);
    expect(await told(hearing, motion)).toEqual([
      ['VOTE_WITHOUT_QUORUM', '/votedAt'],
      ['VOTER_ABSENT', '/votes/1'],
      ['VOTER_ABSENT', '/votes/2'],
    ]);
    const list = (await scribe.read(`/hearings/${hearing.id}/motions`, scribe.clerk)).body;
    expect(list.items).toEqual([await read(hearing, motion)]);
    for (const key of [null, scribe.commissioner]) {
      expect(await read(hearing, motion, key)).toMatchObject({ outcome: 'carried', warnings: [] });
    }
    for (const name of ['Ben', 'Cho']) await record(hearing, name, [{ arrivedAt: at('08:55') }]);
    expect(await told(hearing, motion)).toEqual([]);
  });

  it('is a recusal too, of the matter that the motion wears', async () => {
    const matter = await scribe.make('/matters', { title: 'A contract' });
    const { hearing, items } = await scribe.sitting({}, [{ title: 'The contract', matterId: matter.id }]);
    const motion = await scribe.motion(hearing, { agendaItemId: items[0]?.id });
    const other = await scribe.motion(hearing, {});
    await scribe.make(`/commissioners/${scribe.members['Ben']}/recusals`, {
      matterId: matter.id,
      reason: 'Worked for the county.',
      startsAt: at('00:00'),
    });
    expect(await told(hearing, motion)).toEqual([['VOTER_RECUSED', '/votes/1']]);
    expect(await told(hearing, other)).toEqual([]);
  });

  it('is a term and a session, and none of a motion that was withdrawn', async () => {
    const { hearing, session } = await scribe.sitting();
    const motion = await scribe.motion(hearing, {});
    await scribe.change(`/hearings/${hearing.id}/sessions/${session.id}`, { adjournedAt: at('09:30') });
    expect(await told(hearing, motion)).toEqual([['VOTE_OUTSIDE_SESSION', '/sessionId']]);
    const cut = (day: string | null) =>
      withClient(scribe.database.adminUrl, async (client) => {
        await client.query('update membership set ends_on = $1 where person_id = $2', [
          day,
          scribe.members['Cho'],
        ]);
      });
    await cut('2026-03-03');
    try {
      expect(await told(hearing, motion)).toEqual([
        ['VOTE_OUTSIDE_SESSION', '/sessionId'],
        ['VOTER_NOT_A_MEMBER', '/votes/2'],
      ]);
    } finally {
      await cut(null);
    }
    await scribe.change(path(hearing, motion), { withdrawnReason: 'It was after the session.' });
    expect(await told(hearing, motion)).toEqual([]);
  });

  it('refuses no approval', async () => {
    const { hearing } = await scribe.held();
    const draft = await scribe.written(hearing.id, OPEN);
    await record(hearing, 'Cho', []);
    const { body } = await scribe.approving();
    const approve = `/hearings/${hearing.id}/minutes/${draft.id}/approval`;
    expect((await scribe.as(scribe.clerk, 'post', approve, body)).status).toBe(201);
  });

  it('takes as many statements for many motions as for one, and none beside the list for the public', async () => {
    const { hearing } = await scribe.sitting();
    const statements = async (key: string | null): Promise<number> => {
      const asked = jest.spyOn(scribe.app.get(Database), 'rows');
      await scribe.read(`/hearings/${hearing.id}/motions`, key);
      const { length } = asked.mock.calls;
      asked.mockRestore();
      return length;
    };
    const none = [await statements(scribe.clerk), await statements(null)];
    const counts: number[][] = [];
    for (let round = 0; round < 3; round += 1) {
      await scribe.motion(hearing, {});
      counts.push([await statements(scribe.clerk), await statements(null)]);
    }
    const [clerks, publics] = none as [number, number];
    expect(counts).toEqual([
      [clerks + 2, publics],
      [clerks + 2, publics],
      [clerks + 2, publics],
    ]);
  });
});
