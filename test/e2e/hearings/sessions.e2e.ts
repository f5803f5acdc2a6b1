import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { begun, type Body, type Desk, hoursFromNow, openDesk } from './hearings.support.js';
import { ownDay } from './parts.support.js';

const CLOSED = { closed: true, authority: 'Gov. Code 11126(e)(1)' };
const SAT = { openedAt: '2031-03-04T20:00:00.000Z', adjournedAt: '2031-03-04T21:00:00.000Z' };
const REPORT = { reportedOut: 'No reportable action was taken.' };

describe('sessions', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('are planned over several days, opened and adjourned', async () => {
    const { id } = await desk.hearing({ endsAt: '2031-03-05T17:00:00-08:00' });
    const path = `/hearings/${id}/sessions`;
    const plan = { startsAt: '2031-03-05T17:00:00.000Z', endsAt: '2031-03-05T20:00:00.000Z' };
    const second = await desk.make(path, { name: 'Second morning', ...plan });
    expect(second).toMatchObject({ ...plan, openedAt: null, adjournedAt: null, warnings: [] });
    const opened = await desk.change(`${path}/${second.id}`, { openedAt: '2031-03-05T17:04:00.000Z' });
    expect(opened.body).toEqual({ ...second, openedAt: '2031-03-05T17:04:00.000Z' });
    const over = await desk.change(`${path}/${second.id}`, { adjournedAt: '2031-03-05T20:30:00.000Z' });
    expect(over.body).toEqual({ ...opened.body, adjournedAt: '2031-03-05T20:30:00.000Z' });
  });

  it('outside the days of the hearing are taken, with a warning for the desk', async () => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/sessions`;
    const late = await desk.make(path, { name: 'Next day', startsAt: '2031-03-05T08:00:00Z' });
    expect(late['warnings']).toEqual([
      {
        code: 'SESSION_OUTSIDE_HEARING',
        pointer: '/startsAt',
        detail: '2031-03-05 is outside the days of the hearing, 2031-03-04 to 2031-03-04.',
      },
    ]);
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    await desk.move(id, 'noticed');
    expect((await desk.read(`${path}/${late.id}`)).body).toEqual({ ...late, warnings: [] });
  });

  it.each([
    [{ endsAt: SAT.openedAt }, 422, 'START_REQUIRED', '/startsAt'],
    [{ startsAt: SAT.adjournedAt, endsAt: SAT.openedAt }, 422, 'ENDS_BEFORE_START', '/endsAt'],
    [{ startsAt: 'in the morning' }, 400, 'VALIDATION', '/startsAt'],
    [{ ...SAT, ...REPORT }, 422, 'NOTHING_TO_REPORT', '/reportedOut'],
    [{ ...CLOSED, ...REPORT }, 422, 'ADJOURNED_REQUIRED', '/adjournedAt'],
    [{ ...CLOSED, openedAt: SAT.openedAt, ...REPORT }, 422, 'ADJOURNED_REQUIRED', '/adjournedAt'],
    [{ closed: true }, 422, 'AUTHORITY_REQUIRED', '/authority'],
  ])('refuse %j', async (body, status, code, pointer) => {
    const { id } = await desk.hearing();
    const path = `/hearings/${id}/sessions`;
    const made = await desk.make(path, { name: 'Morning' });
    for (const answer of [
      await desk.as(desk.clerk, 'post', path, { name: 'Noon', ...body }),
      await desk.change(`${path}/${made.id}`, body),
    ]) {
      const { status: was, body: said } = answer;
      expect([was, said.code, said.errors?.[0].pointer]).toEqual([status, code, pointer]);
    }
  });

  it('name the place that they are held in, of their own hearing, to whoever may see it', async () => {
    const { id } = await desk.hearing(ownDay());
    const other = await desk.hearing(ownDay());
    const room = (hearing: string, more: object = {}) =>
      desk.make(`/hearings/${hearing}/places`, { kind: 'room', name: 'Annex', room: hearing, ...more });
    const annex = await room(id);
    const elsewhere = await room(other.id);
    const chambers = await room(id, { name: 'Chambers', closed: true });
    const path = `/hearings/${id}/sessions`;
    const morning = await desk.make(path, { name: 'Morning', placeId: annex.id });
    expect(morning['placeId']).toBe(annex.id);
    const noon = await desk.make(path, { name: 'Noon' });
    expect(noon['placeId']).toBeNull();
    for (const answer of [
      await desk.as(desk.clerk, 'post', path, { name: 'Lost', placeId: elsewhere.id }),
      await desk.change(`${path}/${noon.id}`, { placeId: elsewhere.id }),
    ]) {
      const { status, body } = answer;
      expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'UNKNOWN_REFERENCE', '/placeId']);
    }
    const moved = await desk.change(`${path}/${noon.id}`, { placeId: chambers.id });
    expect(moved.body.placeId).toBe(chambers.id);
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Opening' });
    expect((await desk.move(id, 'noticed')).status).toBe(201);
    const placesOf = async (key: string | null, at: string) => {
      const { body } = await desk.read(at, key);
      return ((body.sessions ?? body).items as Body[]).map(({ placeId }) => placeId);
    };
    for (const at of [path, `/hearings/${id}?include=sessions`]) {
      expect(await placesOf(null, at)).toEqual([annex.id, null]);
      expect(await placesOf(desk.commissioner, at)).toEqual([annex.id, chambers.id]);
    }
    expect((await desk.change(`${path}/${noon.id}`, { placeId: null })).body.placeId).toBeNull();
  });

  it('forget a place that is removed', async () => {
    const { id } = await desk.hearing(ownDay());
    const place = await desk.make(`/hearings/${id}/places`, { kind: 'room', name: 'Annex', room: id });
    const { id: session } = await desk.make(`/hearings/${id}/sessions`, { name: 'Noon', placeId: place.id });
    expect((await desk.drop(`/hearings/${id}/places/${place.id}`)).status).toBe(204);
    const { body } = await desk.read(`/hearings/${id}/sessions/${session}`, desk.clerk);
    expect(body).toMatchObject({ id: session, placeId: null });
  });

  it('behind closed doors are the commission’s until they are reported out', async () => {
    const { id } = await desk.noticed(ownDay());
    const path = `/hearings/${id}/sessions`;
    const closed = await desk.make(path, { name: 'Dismissal of A. Roe', ...CLOSED, ...SAT });
    const open = await desk.make(path, { name: 'Afternoon' });
    const seen = async (key: string | null) =>
      ((await desk.read(path, key)).body.items as { id: string }[]).map((session) => session.id);
    expect(await seen(null)).toEqual([open.id]);
    expect(await seen(desk.commissioner)).toEqual([closed.id, open.id]);
    expect((await desk.read(`${path}/${closed.id}`)).body.code).toBe('SESSION_NOT_FOUND');
    const told = await desk.change(`${path}/${closed.id}`, REPORT);
    expect((await desk.read(`${path}/${closed.id}`)).body).toEqual({
      ...told.body,
      ...REPORT,
      name: 'Closed session',
      warnings: [],
    });
    expect((await desk.read(`${path}/${closed.id}`, desk.commissioner)).body.name).toBe(
      'Dismissal of A. Roe',
    );
    const integrator = await desk.bearer('integrator');
    for (const key of [null, integrator]) {
      for (const at of [path, `/hearings/${id}?include=sessions`]) {
        const answer = await desk.read(at, key);
        expect([answer.status, answer.text]).toEqual([200, expect.not.stringContaining('Roe')]);
      }
    }
    expect(await seen(null)).toEqual([closed.id, open.id]);
    // What is told stays bound to a closed session that was adjourned.
    expect((await desk.change(`${path}/${closed.id}`, { closed: false })).body.code).toBe(
      'NOTHING_TO_REPORT',
    );
    expect((await desk.change(`${path}/${closed.id}`, { adjournedAt: null })).body.code).toBe(
      'ADJOURNED_REQUIRED',
    );
  });

  it('of a closed meeting are closed unless it is said, under the laws of its items', async () => {
    const { id } = await desk.hearing({ kind: 'closed_session', ...ownDay() });
    const path = `/hearings/${id}/sessions`;
    const early = await desk.as(desk.clerk, 'post', path, { name: 'All day' });
    expect([early.status, early.body.code]).toEqual([422, 'AUTHORITY_REQUIRED']);
    for (const authority of [CLOSED.authority, 'Gov. Code 11126(a)(1)', CLOSED.authority]) {
      await desk.make(`/hearings/${id}/agenda-items`, { title: 'Personnel', closed: true, authority });
    }
    const laws = 'Gov. Code 11126(e)(1); Gov. Code 11126(a)(1)';
    expect(await desk.make(path, { name: 'All day' })).toMatchObject({ closed: true, authority: laws });
    const own = { authority: 'Gov. Code 11126(c)(2)' };
    expect(await desk.make(path, { name: 'Noon', ...own })).toMatchObject({ closed: true, ...own });
    const open = await desk.make(path, { name: 'Door', closed: false });
    expect(open).toMatchObject({ closed: false, authority: null });
    const shut = await desk.change(`${path}/${open.id}`, { closed: true });
    expect(shut.body).toMatchObject({ closed: true, authority: laws });
    expect((await desk.change(`${path}/${open.id}`, { authority: laws })).status).toBe(200);
    expect((await desk.change(`${path}/${open.id}`, { authority: `${laws}; the law` })).status).toBe(400);
    // An interview is fieldwork: no law closes it, and nothing of it is reported out.
    const interview = await desk.hearing({ kind: 'stakeholder_interview', ...ownDay() });
    const talk = await desk.make(`/hearings/${interview.id}/sessions`, { name: 'Morning' });
    expect(talk).toMatchObject({ closed: false, authority: null });
  });

  it('of a closed meeting are reported out, which the due list asks for, and stay in the chamber', async () => {
    const { id } = await desk.hearing({ kind: 'closed_session', ...begun() });
    await desk.make(`/hearings/${id}/agenda-items`, { title: 'Personnel', ...CLOSED });
    await desk.move(id, 'noticed');
    const over = { openedAt: hoursFromNow(-1), adjournedAt: hoursFromNow(-0.5) };
    const session = await desk.make(`/hearings/${id}/sessions`, { name: 'All day', ...over });
    const at = `/hearings/${id}/sessions/${session.id}`;
    const due = async () =>
      ((await desk.read('/hearings/due?limit=1000', desk.clerk)).body.items as Body[])
        .filter(({ act, subjectId }) => act === 'report_out' && subjectId === session.id)
        .map(({ hearingId }) => hearingId);
    expect(await due()).toEqual([id]);
    expect((await desk.change(at, REPORT)).body).toMatchObject(REPORT);
    expect(await due()).toEqual([]);
    expect((await desk.read(at)).body.code).toBe('HEARING_NOT_FOUND');
    expect((await desk.read(at, desk.commissioner)).body).toMatchObject({ name: 'All day', ...REPORT });
  });
});
