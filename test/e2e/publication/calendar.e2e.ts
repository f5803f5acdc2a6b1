import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPublication, type Publication, readCalendar } from './publication.support.js';

describe('the calendar', () => {
  let hearth: Publication;

  beforeAll(async () => {
    hearth = await openPublication();
  });
  afterAll(() => hearth.close());

  const eventOf = async (id: string) => (await hearth.calendar()).find(({ uid }) => uid.startsWith(id));

  it('is text/calendar, published, and the same for everybody', async () => {
    const made = await hearth.noticed({
      title: 'Commas, semicolons; and "quotes"\\',
      description: 'One\nTwo',
      venue: { name: 'The Forum', address: '900 Fallon Street', accessibility: 'Ramp at the back.' },
    });
    const answer = await hearth.read('/hearings.ics');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['last-modified']).toBeUndefined();
    expect(answer.text).not.toContain('METHOD');
    expect(await hearth.text('/hearings.ics', hearth.clerk)).toBe(answer.text);
    const event = (await eventOf(made.id))!;
    expect(event).toMatchObject({
      uid: `${made.id}@hearth`,
      status: 'CONFIRMED',
      summary: 'Commas, semicolons; and "quotes"\\',
      location: 'The Forum, 900 Fallon Street',
      startsAt: '2031-03-04T17:00:00.000Z',
      endsAt: null,
    });
    expect(event.description).toContain('One\nTwo\n\nRamp at the back.');
    const url = event.component.getFirstPropertyValue('url') as string;
    expect(new URL(url).pathname).toBe(`/api/v1/hearings/${made.id}`);
  });

  it.each([
    ['UTC', '2032-02-29T22:30:00Z', '2032-03-01T01:00:00Z'],
    // The night of the spring and of the autumn, and the hour that is there twice.
    ['America/Los_Angeles', '2031-03-09T01:30:00-08:00', '2031-03-09T03:30:00-07:00'],
    ['America/Los_Angeles', '2031-11-02T01:30:00-07:00', '2031-11-02T01:30:00-08:00'],
    ['Asia/Kathmandu', '2031-06-01T23:45:00+05:45', '2031-06-03T00:15:00+05:45'],
    ['Pacific/Apia', '2031-12-29T09:00:00+13:00', '2032-01-02T17:00:00+13:00'],
    ['Australia/Lord_Howe', '2031-04-06T01:45:00+11:00', '2031-04-06T01:45:00+10:30'],
  ])('is read back to the second in %s, from %s to %s', async (timeZone, startsAt, endsAt) => {
    const made = await hearth.noticed({ timeZone, startsAt, endsAt });
    const event = await eventOf(made.id);
    expect(event?.startsAt).toBe(new Date(startsAt).toISOString());
    expect(event?.endsAt).toBe(new Date(endsAt).toISOString());
    const [alone] = readCalendar(await hearth.text(`/hearings/${made.id}.ics`));
    expect(alone?.component.toString()).toBe(event?.component.toString());
  });

  it('keeps the id of a meeting, and counts up, through postponement, rescheduling and cancellation', async () => {
    const { id } = await hearth.noticed({ endsAt: '2031-03-04T12:00:00-08:00' });
    const seen = [(await eventOf(id))!];
    const moves = [
      ['postponed', { reason: 'Smoke' }],
      ['rescheduled', { reason: 'Room found', startsAt: '2031-04-01T09:00:00-07:00' }],
      ['cancelled', { reason: 'No quorum' }],
    ] as const;
    for (const [to, more] of moves) {
      expect((await hearth.move(id, to, more)).status).toBe(201);
      seen.push((await eventOf(id))!);
    }
    expect(seen.map(({ status }) => status)).toEqual(['CONFIRMED', 'TENTATIVE', 'CONFIRMED', 'CANCELLED']);
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1);
    for (const [i, { sequence }] of seen.slice(1).entries())
      expect(sequence).toBeGreaterThan(seen[i]!.sequence);
    expect(seen[1]!.description).toContain('Postponed: Smoke');
    expect(seen[2]!.startsAt).toBe('2031-04-01T16:00:00.000Z');
    expect(seen[2]!.endsAt).toBe('2031-04-01T19:00:00.000Z');
    expect(seen[3]!.description).toContain('Cancelled: No quorum');
  });

  it('tells of no draft, closed session, interview or embargoed meeting, whoever asks', async () => {
    const before = await hearth.text('/hearings.ics');
    const secret = 'Quicksilver';
    const draft = await hearth.hearing({ title: secret });
    const closed = await hearth.hearing({ kind: 'closed_session', title: secret });
    await hearth.make(`/hearings/${closed.id}/agenda-items`, {
      title: secret,
      closed: true,
      authority: 'Gov. Code 11126(a)(1)',
    });
    expect((await hearth.move(closed.id, 'noticed')).status).toBe(201);
    const interview = await hearth.noticed({ kind: 'stakeholder_interview', title: secret });
    const embargoed = await hearth.noticed({ title: secret, embargoUntil: '2030-01-01T00:00:00Z' });
    const ids = [draft, closed, interview, embargoed].map(({ id }) => id);
    for (const key of [null, hearth.clerk, hearth.commissioner]) {
      expect(await hearth.text('/hearings.ics', key)).toBe(before);
      for (const id of ids) {
        for (const form of ['ics', 'jsonld']) {
          const hidden = await hearth.read(`/hearings/${id}.${form}`, key);
          expect(hidden.status).toBe(404);
          expect(hidden.body.code).toBe('HEARING_NOT_FOUND');
          expect(JSON.stringify(hidden.body)).not.toContain(secret);
        }
      }
    }
    const after = (await hearth.read('/hearings.ics')).headers['etag'];
    expect((await hearth.change(`/hearings/${embargoed.id}`, { embargoUntil: null })).status).toBe(200);
    const opened = await hearth.read('/hearings.ics').set('If-None-Match', after as string);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain(secret);
    await hearth.change(`/hearings/${embargoed.id}`, { embargoUntil: '2030-01-01T00:00:00Z' });
    expect(await hearth.text('/hearings.ics')).toBe(before);
  });

  it('leaves out closed places and those that are not for the public, and tells of the others', async () => {
    const made = await hearth.hearing({
      venue: { name: 'Town Hall', room: '302', address: '1 Main Street' },
    });
    const places = `/hearings/${made.id}/places`;
    const url = 'https://meet.example.org/j/1?a=b;c,d';
    await hearth.make(places, { kind: 'remote', name: 'Webinar "1"', url });
    await hearth.make(places, { kind: 'room', name: 'Overflow', room: '12' });
    await hearth.make(places, { kind: 'room', name: 'Chambers', closed: true });
    await hearth.make(places, {
      kind: 'teleconference',
      name: 'At home',
      address: '2 Low Road',
      publicAccess: false,
    });
    await hearth.make(`/hearings/${made.id}/agenda-items`, { title: 'Opening' });
    await hearth.make(`/hearings/${made.id}/agenda-items`, {
      title: 'Lawsuit',
      closed: true,
      authority: 'Gov. Code 11126(e)(1)',
    });
    expect((await hearth.move(made.id, 'noticed')).status).toBe(201);
    const event = (await eventOf(made.id))!;
    expect(event.location).toBe('Town Hall, 302, 1 Main Street');
    const conference = event.component.getFirstProperty('conference')!;
    expect(conference.getFirstValue()).toBe(url);
    expect(event.description).toContain(`Webinar "1", ${url}\nOverflow, 12`);
    const linked = JSON.parse(await hearth.text(`/hearings/${made.id}.jsonld`)) as Record<string, unknown>;
    expect(linked['eventAttendanceMode']).toBe('https://schema.org/MixedEventAttendanceMode');
    expect(linked['location']).toEqual([
      { '@type': 'Place', name: 'Town Hall, 302', address: '1 Main Street' },
      { '@type': 'Place', name: 'Overflow, 12' },
      { '@type': 'VirtualLocation', name: 'Webinar "1"', url },
    ]);
    for (const path of [
      '/hearings.ics',
      `/hearings/${made.id}.ics`,
      `/hearings/${made.id}.jsonld`,
      '/hearings.atom',
    ]) {
      expect(await hearth.text(path, hearth.clerk)).not.toMatch(/Chambers|At home|Low Road|Lawsuit/);
    }
    expect(JSON.stringify((await hearth.read(places, hearth.clerk)).body)).toContain('Chambers');
  });

  it('is not sent again to who has it, and is as soon as anything in it changes', async () => {
    const made = await hearth.noticed();
    for (const path of [
      '/hearings.ics',
      `/hearings/${made.id}.ics`,
      `/hearings/${made.id}.jsonld`,
      '/hearings.atom',
    ]) {
      const first = await hearth.read(path);
      const tag = first.headers['etag'] as string;
      expect(tag).toMatch(/^"[\w-]+"$/);
      const again = await hearth.read(path).set('If-None-Match', tag);
      expect([again.status, again.text]).toEqual([304, '']);
      expect(again.headers['etag']).toBe(tag);
      expect((await hearth.change(`/hearings/${made.id}`, { title: `Not ${path}` })).status).toBe(200);
      const changed = await hearth.read(path).set('If-None-Match', tag);
      expect(changed.status).toBe(200);
      expect(changed.headers['etag']).not.toBe(tag);
      expect(changed.text).toContain(`Not ${path}`);
    }
  });

  it('holds the meetings of the days and the zone that are asked for', async () => {
    const zone = await hearth.make('/zones', { number: 41, name: 'Far North' });
    const inZone = { zoneIds: [zone.id] };
    const past = await hearth.noticed({ ...inZone, startsAt: '2016-01-13T23:30:00-08:00' });
    const next = await hearth.noticed({ ...inZone, startsAt: '2031-01-13T00:30:00-08:00' });
    const whole = async () => (await hearth.read('/hearings.ics?from=2000-01-01')).headers['etag'];
    const before = await whole();
    const idsOf = async (query: string) => (await hearth.calendar(query)).map(({ uid }) => uid.split('@')[0]);
    expect(await idsOf('?zone=41')).toEqual([next.id]);
    expect(await idsOf('?zone=41&to=2030-12-31')).toEqual([past.id]);
    expect(await idsOf(`?zone=${zone.id}&from=2000-01-01`)).toEqual([past.id, next.id]);
    // By the meeting's own clock: in UTC it is the 14th already.
    expect(await idsOf('?zone=41&from=2016-01-13&to=2016-01-13')).toEqual([past.id]);
    expect(await idsOf('?zone=41&from=2016-01-14&to=2031-01-12')).toEqual([]);
    expect(await idsOf('?zone=999')).toEqual([]);
    const [event] = await hearth.calendar('?zone=41');
    const categories = event!.component.getAllProperties('categories');
    expect(categories.flatMap((property) => property.getValues())).toEqual([
      'Public hearing',
      'Zone 41 Far North',
    ]);
    const tag = (await hearth.read('/hearings.ics?zone=41')).headers['etag'] as string;
    await hearth.change(`/zones/${zone.id}`, { name: 'Furthest North' });
    const served = await hearth.change(`/hearings/${past.id}`, { zoneIds: [] });
    expect(served.status).toBe(200);
    expect(await whole()).not.toBe(before);
    expect(await idsOf('?zone=41&to=2030-12-31')).toEqual([]);
    const renamed = await hearth.read('/hearings.ics?zone=41').set('If-None-Match', tag);
    expect(renamed.text).toContain('Zone 41 Furthest North');
  });

  it.each([
    ['/hearings.ics?zone=north', '/zone'],
    ['/hearings.ics?from=2031-02-30', '/from'],
    ['/hearings.ics?to=yesterday', '/to'],
    ['/hearings.ics?from=2031-02-02&to=2031-02-01', '/to'],
    ['/hearings.ics?limit=3', '/limit'],
    ['/hearings/x.ics', '/hearingId'],
    ['/hearings/x.jsonld', '/hearingId'],
  ])('refuses %s', async (path, pointer) => {
    const refused = await hearth.read(path);
    expect(refused.status).toBe(400);
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body.errors[0].pointer).toBe(pointer);
  });
});
