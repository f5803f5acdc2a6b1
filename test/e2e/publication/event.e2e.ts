import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp } from '../../support/test-app.js';
import { HOST, openPublication, type Publication } from './publication.support.js';

describe('a meeting as linked data', () => {
  let hearth: Publication;

  beforeAll(async () => {
    hearth = await openPublication();
  });
  afterAll(() => hearth.close());

  const event = async (id: string): Promise<Record<string, unknown>> =>
    JSON.parse(await hearth.text(`/hearings/${id}.jsonld`)) as Record<string, unknown>;

  it('is an Event, by its own clock', async () => {
    const { id } = await hearth.noticed({
      endsAt: '2031-03-04T12:00:00-08:00',
      description: 'Bring "questions".',
      venue: { name: 'The Forum', address: '900 Fallon Street' },
    });
    const answer = await hearth.read(`/hearings/${id}.jsonld`);
    expect(answer.headers['content-type']).toBe('application/ld+json; charset=utf-8');
    const url = `http://${HOST}/api/v1/hearings/${id}`;
    expect(await event(id)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': url,
      name: 'What schools can see',
      description: 'Bring "questions".',
      url,
      startDate: '2031-03-04T09:00:00-08:00',
      endDate: '2031-03-04T12:00:00-08:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'The Forum', address: '900 Fallon Street' }],
      inLanguage: ['en'],
      isAccessibleForFree: true,
      organizer: { '@type': 'Organization', name: 'The commission' },
      superEvent: {
        '@type': 'EventSeries',
        name: 'Hearings: The commission',
        url: `http://${HOST}/api/v1/hearings.ics`,
      },
    });
  });

  it('tells that it was moved, and from when', async () => {
    const { id } = await hearth.noticed();
    await hearth.move(id, 'postponed', { reason: 'Smoke' });
    expect((await event(id))['eventStatus']).toBe('https://schema.org/EventPostponed');
    await hearth.move(id, 'rescheduled', { reason: 'Clear', startsAt: '2031-07-01T09:00:00-07:00' });
    await hearth.move(id, 'rescheduled', { reason: 'Again', startsAt: '2031-08-01T09:00:00-07:00' });
    expect(await event(id)).toMatchObject({
      eventStatus: 'https://schema.org/EventRescheduled',
      startDate: '2031-08-01T09:00:00-07:00',
      previousStartDate: ['2031-07-01T09:00:00-07:00', '2031-03-04T09:00:00-08:00'],
    });
    await hearth.move(id, 'cancelled', { reason: 'Over' });
    const cancelled = await event(id);
    expect(cancelled['eventStatus']).toBe('https://schema.org/EventCancelled');
    expect(cancelled['previousStartDate']).toBeUndefined();
  });

  it('has the planned open sessions as events of their own where there are several', async () => {
    const { id } = await hearth.noticed({ endsAt: '2031-03-06T12:00:00-08:00' });
    const path = `/hearings/${id}/sessions`;
    const sessions = [
      ['Morning', '2031-03-05T17:00:00Z', '2031-03-05T20:00:00Z'],
      ['Second morning', '2031-03-06T17:00:00Z', '2031-03-06T20:00:00Z'],
    ].map(([name, startsAt, endsAt]) => ({ name, startsAt, endsAt }));
    const closed = { name: 'Secret', closed: true, authority: 'Gov. Code 11126(e)(1)' };
    await hearth.make(path, { ...closed, startsAt: sessions[0]?.startsAt, endsAt: sessions[0]?.endsAt });
    await hearth.make(path, { name: 'Some time' });
    const first = await hearth.make(path, sessions[0]!);
    const tagOf = async () => (await hearth.read(`/hearings/${id}.ics`)).headers['etag'] as string;
    const before = await tagOf();
    expect((await event(id))['subEvent']).toBeUndefined();
    await hearth.make(path, sessions[1]!);
    const parts = [
      {
        '@type': 'Event',
        name: 'Morning',
        startDate: '2031-03-05T09:00:00-08:00',
        endDate: '2031-03-05T12:00:00-08:00',
      },
      {
        '@type': 'Event',
        name: 'Second morning',
        startDate: '2031-03-06T09:00:00-08:00',
        endDate: '2031-03-06T12:00:00-08:00',
      },
    ];
    expect((await event(id))['subEvent']).toEqual(parts);
    expect(await tagOf()).not.toBe(before);
    const lines = 'Morning: 2031-03-05 09:00 to 12:00\nSecond morning: 2031-03-06 09:00 to 12:00';
    const told = async () => (await hearth.calendar()).find(({ uid }) => uid.startsWith(id))?.description;
    expect(await told()).toContain(lines);
    expect(await told()).not.toContain('Secret');
    // A kept calendar is made anew when a session moves, and when one is closed.
    await hearth.change(`${path}/${first.id}`, { name: 'Early' });
    expect(await told()).toContain('Early: 2031-03-05 09:00');
    const shut = { closed: true, authority: 'Gov. Code 11126(e)(1)' };
    expect((await hearth.change(`${path}/${first.id}`, shut)).status).toBe(200);
    expect(await told()).not.toContain('Second morning');
    expect((await event(id))['subEvent']).toBeUndefined();
  });

  it('is called by the name that the server was told', async () => {
    const named = await createTestApp({ publicUrl: 'https://record.example.org:8443' });
    try {
      const clerk = await named.bearer('clerk');
      const post = (path: string, body: object) =>
        named.anybody.post(`/api/v1${path}`).set('Authorization', clerk).send(body);
      const made = await post('/hearings', {
        kind: 'public_hearing',
        title: 'Moved in',
        startsAt: '2031-01-01T09:00:00Z',
        timeZone: 'UTC',
        venue: { name: 'Here' },
      });
      await post(`/hearings/${made.body.id}/agenda-items`, { title: 'Opening' });
      await post(`/hearings/${made.body.id}/status-changes`, { to: 'noticed' });
      const answer = await named.anybody
        .get(`/api/v1/hearings/${made.body.id}.ics`)
        .set('Host', 'elsewhere.example.com');
      const lines = answer.text.replaceAll('\r\n ', '').split('\r\n');
      expect(lines).toContain(`UID:${made.body.id}@record.example.org`);
      expect(lines).toContain(`URL:https://record.example.org:8443/api/v1/hearings/${made.body.id}`);
      expect(answer.text).not.toContain('elsewhere');
    } finally {
      await named.close();
    }
  });
});
