import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { together } from '../commission/barrier.js';
import { withClient } from '../../support/test-database.js';
import { type Body, refusal } from '../hearings/hearings.support.js';
import { at, type Chamber, openChamber } from './proceedings.support.js';

describe('the roll of a hearing', () => {
  let chamber: Chamber;
  beforeAll(async () => {
    chamber = await openChamber(['Ada', 'Ben', 'Cho']);
  });
  afterAll(() => chamber.close());

  const entry = (hearing: Body, name: string) =>
    `/hearings/${hearing.id}/attendance/${chamber.members[name]}`;
  const record = async (hearing: Body, name: string, presences: object[], headers?: Record<string, string>) =>
    chamber.put(
      entry(hearing, name),
      { presences },
      headers ?? { 'If-Match': await chamber.tag(entry(hearing, name)) },
    );
  const stays = async (hearing: Body, name: string): Promise<unknown[]> =>
    (await chamber.read(entry(hearing, name))).body.presences;
  const lock = (hearing: Body) => `select from hearing where id = '${hearing.id}' for update`;

  it('names everybody on the bench, there or not, to anybody', async () => {
    const { hearing } = await chamber.sitting();
    await chamber.arrive(hearing, 'Ben', '08:55', { mode: 'remote', place: 'County library, Eureka' });
    const roll = await chamber.read(`/hearings/${hearing.id}/attendance`);
    expect(roll.body).toEqual({
      hearingId: hearing.id,
      entries: [
        { commissionerId: chamber.members['Ada'], name: 'Ada', role: 'member', acting: false, presences: [] },
        {
          commissionerId: chamber.members['Ben'],
          name: 'Ben',
          role: 'member',
          acting: false,
          presences: [
            {
              arrivedAt: at('08:55'),
              leftAt: null,
              mode: 'remote',
              place: 'County library, Eureka',
              note: null,
            },
          ],
        },
        { commissionerId: chamber.members['Cho'], name: 'Cho', role: 'member', acting: false, presences: [] },
      ],
    });
  });

  it('takes a whole day of one person, only from who has seen it as it is', async () => {
    const { hearing } = await chamber.sitting();
    const empty = await chamber.tag(entry(hearing, 'Ada'));
    const whole = [
      { arrivedAt: at('13:00'), leftAt: at('15:00'), mode: 'remote', place: 'Her office, Fresno' },
      { arrivedAt: at('09:00'), leftAt: at('12:00'), note: 'Late by a train' },
    ];
    const made = await record(hearing, 'Ada', whole, { 'If-Match': empty });
    expect(made.status).toBe(200);
    expect(made.body.warnings).toEqual([]);
    expect(made.body.presences.map(({ arrivedAt }: Body) => arrivedAt)).toEqual([at('09:00'), at('13:00')]);
    const { warnings: _none, ...shown } = made.body;
    expect((await chamber.read(entry(hearing, 'Ada'), chamber.clerk)).body).toEqual(shown);
    // What was noted is the desk's.
    for (const key of [null, chamber.commissioner]) {
      const { presences } = (await chamber.read(entry(hearing, 'Ada'), key)).body as { presences: object[] };
      expect(presences).toEqual((shown.presences as object[]).map((stay) => ({ ...stay, note: null })));
    }

    const stale = await record(hearing, 'Ada', [], { 'If-Match': empty });
    expect(stale.status).toBe(412);
    expect(stale.body.errors).toEqual([
      { pointer: '/presences', code: 'CHANGED', detail: expect.stringMatching(/^changed by test clerk at /) },
    ]);
    expect((await record(hearing, 'Ada', [], {})).status).toBe(428);
    const emptied = await record(hearing, 'Ada', [], { 'If-Match': made.headers['etag'] as string });
    expect(emptied.body.presences).toEqual([]);
    // Nobody was there, as at first: whoever saw that may write again.
    expect((await record(hearing, 'Ada', whole, { 'If-Match': empty })).status).toBe(200);
  });

  it('refuses what nobody can do, each with its code and its place', async () => {
    const { hearing } = await chamber.sitting();
    const refused = async (presences: object[]) => {
      const { status, body } = await record(hearing, 'Ada', presences);
      return [status, body.code, body.errors?.[0]?.pointer];
    };
    const nine = { arrivedAt: at('09:00') };
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    for (const [stay, field] of [
      [{ arrivedAt: ahead }, 'arrivedAt'],
      [{ ...nine, leftAt: ahead }, 'leftAt'],
    ] as const) {
      expect(await refused([stay])).toEqual([422, 'IN_THE_FUTURE', `/presences/0/${field}`]);
    }
    expect(await refused([{ ...nine, leftAt: at('09:00') }])).toEqual([
      422,
      'LEFT_BEFORE_ARRIVED',
      '/presences/0/leftAt',
    ]);
    expect(await refused([{ ...nine, mode: 'remote' }])).toEqual([
      422,
      'PLACE_REQUIRED',
      '/presences/0/place',
    ]);
    expect(await refused([nine, { arrivedAt: at('10:00') }])).toEqual([
      422,
      'PRESENCES_OVERLAP',
      '/presences/1/arrivedAt',
    ]);
    expect(
      await refused([{ arrivedAt: '2025-12-31T12:00:00-08:00', leftAt: '2025-12-31T13:00:00-08:00' }]),
    ).toEqual([422, 'NOT_A_MEMBER', '/presences/0/arrivedAt']);
    expect(await refused([{ arrivedAt: 'nine' }])).toEqual([400, 'VALIDATION', '/presences/0/arrivedAt']);
    expect(await refused([{ ...nine, mode: 'astral' }])).toEqual([400, 'VALIDATION', '/presences/0/mode']);
    expect(await stays(hearing, 'Ada')).toEqual([]);
  });

  it('has no place for who has no seat, and none before the hearing is announced or after it is called off', async () => {
    const { hearing } = await chamber.sitting();
    const guest = await chamber.guest('Guest');
    const path = `/hearings/${hearing.id}/attendance/${guest}`;
    const come = (url: string) => chamber.as(chamber.clerk, 'post', `${url}/arrivals`, { at: at('09:00') });
    expect((await come(path)).body).toMatchObject({ status: 422, code: 'NOT_A_MEMBER' });
    expect((await chamber.read(path)).body.code).toBe('COMMISSIONER_NOT_FOUND');
    expect((await chamber.put(path, { presences: [] }, { 'If-Match': '*' })).body.code).toBe(
      'COMMISSIONER_NOT_FOUND',
    );

    const draft = await chamber.hearing();
    expect((await come(entry(draft, 'Ada'))).body).toMatchObject({ status: 409, code: 'HEARING_NOT_HELD' });
    const announced = await chamber.noticed({ startsAt: at('09:00') });
    expect((await come(entry(announced, 'Ada'))).status).toBe(200);
    const off = await chamber.noticed();
    await chamber.move(off.id, 'cancelled', { reason: 'Fire' });
    expect((await come(entry(off, 'Ada'))).body.code).toBe('HEARING_NOT_HELD');
  });

  it('is typed as they come and go; sent twice, it is written once', async () => {
    const { hearing } = await chamber.sitting();
    const post = (what: string, body: object) =>
      chamber.as(chamber.clerk, 'post', `${entry(hearing, 'Cho')}/${what}`, body);
    expect((await post('departures', {})).body).toMatchObject({ status: 409, code: 'NOT_PRESENT' });
    const first = await post('arrivals', { at: at('09:00') });
    const again = await post('arrivals', { at: at('09:00') });
    const later = await post('arrivals', { at: at('09:10') });
    expect([again.body, later.body]).toEqual([first.body, first.body]);
    expect(again.headers['etag']).toBe(first.headers['etag']);
    expect((await post('arrivals', { at: at('09:10'), mode: 'remote', place: 'Home' })).body.code).toBe(
      'ALREADY_PRESENT',
    );
    expect((await post('departures', { at: at('09:00') })).body.code).toBe('LEFT_BEFORE_ARRIVED');

    expect((await post('departures', { at: at('10:00') })).body.presences[0].leftAt).toBe(at('10:00'));
    expect((await post('departures', { at: at('10:00') })).status).toBe(200);
    // With no time said, whoever has left has left.
    expect((await post('departures', {})).status).toBe(200);
    expect((await post('departures', { at: at('10:30') })).body.code).toBe('NOT_PRESENT');
    expect((await post('departures', { at: at('09:30') })).body.code).toBe('NOT_PRESENT');
    expect((await post('arrivals', { at: at('08:00') })).body.code).toBe('PRESENT_LATER');
    // In the very instant they left: they were never away.
    expect((await post('arrivals', { at: at('10:00') })).body.presences).toHaveLength(2);
    expect(await stays(hearing, 'Cho')).toMatchObject([
      { arrivedAt: at('09:00'), leftAt: at('10:00') },
      { arrivedAt: at('10:00'), leftAt: null },
    ]);
  });

  it('takes now for who says no time', async () => {
    const { hearing } = await chamber.sitting();
    const before = Date.now();
    const come = await chamber.as(chamber.clerk, 'post', `${entry(hearing, 'Ada')}/arrivals`, {});
    const arrivedAt = Date.parse(come.body.presences[0].arrivedAt);
    expect(arrivedAt).toBeGreaterThanOrEqual(before);
    expect(arrivedAt).toBeLessThanOrEqual(Date.now());
  });

  it('is written by two clerks at once as by one', async () => {
    const { hearing } = await chamber.sitting();
    const post = (what: string, body: object) => () =>
      chamber.as(chamber.clerk, 'post', `${entry(hearing, 'Ben')}/${what}`, body);
    const came = await together(chamber, lock(hearing), [
      post('arrivals', { at: at('09:00') }),
      post('arrivals', { at: at('09:01') }),
    ]);
    expect(came.map(({ status }) => status)).toEqual([200, 200]);
    expect(await stays(hearing, 'Ben')).toHaveLength(1);

    const tag = await chamber.tag(entry(hearing, 'Ben'));
    const wrote = await together(chamber, lock(hearing), [
      () => record(hearing, 'Ben', [{ arrivedAt: at('09:00'), leftAt: at('11:00') }], { 'If-Match': tag }),
      () => record(hearing, 'Ben', [{ arrivedAt: at('09:00'), leftAt: at('12:00') }], { 'If-Match': tag }),
    ]);
    expect(wrote.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    const won = wrote.find(({ status }) => status === 200);
    expect(await stays(hearing, 'Ben')).toEqual(won?.body.presences);
  });

  it('cannot hold one person twice, whatever the program does', async () => {
    const { hearing } = await chamber.sitting();
    await chamber.arrive(hearing, 'Ada', '09:00');
    await expect(
      sql(
        chamber,
        `insert into attendance (hearing_id, person_id, arrived_at, mode)
                    values ('${hearing.id}', '${chamber.members['Ada']}', '${at('10:00')}', 'in_person')`,
      ),
    ).rejects.toThrow('attendance_once');
  });

  it('is as hidden as its hearing, and written by clerks alone', async () => {
    const hidden = await chamber.hearing({ startsAt: at('09:00') });
    const absent = '00000000-0000-4000-8000-000000000000';
    for (const what of ['attendance', `attendance/${chamber.members['Ada']}`, 'quorum']) {
      const [seen, unseen] = await Promise.all(
        [hidden.id, absent].map((id) => chamber.read(`/hearings/${id}/${what}`)),
      );
      expect(refusal(seen!)).toEqual(refusal(unseen!));
      expect(seen?.body.code).toBe('HEARING_NOT_FOUND');
    }
    expect((await chamber.read(`/hearings/${hidden.id}/attendance`, chamber.clerk)).status).toBe(200);

    const { hearing } = await chamber.sitting();
    const url = `${entry(hearing, 'Ada')}/arrivals`;
    expect((await chamber.as(null, 'post', url, {})).status).toBe(401);
    expect((await chamber.as(chamber.commissioner, 'post', url, {})).status).toBe(403);
    const reader = await chamber.bearer('clerk', ['hearings:read']);
    expect((await chamber.as(reader, 'post', url, {})).status).toBe(403);
    expect((await chamber.read(`/hearings/${hearing.id}/quorum`, reader)).status).toBe(200);
    expect(
      (
        await chamber.as(
          chamber.clerk,
          'post',
          `/hearings/${absent}/attendance/${chamber.members['Ada']}/arrivals`,
          {},
        )
      ).body.code,
    ).toBe('HEARING_NOT_FOUND');
  });
});

async function sql(chamber: Chamber, text: string): Promise<void> {
  await withClient(chamber.database.adminUrl, async (client) => void (await client.query(text)));
}
