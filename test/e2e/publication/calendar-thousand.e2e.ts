import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { Database } from '#src/foundation/database/index.js';
import { openPublication, type Publication } from './publication.support.js';

const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

// Ten years of hearings, one every 87 hours and 40 minutes, so that they meet every hour of the day and many nights
// in which a clock changes; all but a few last three hours.
const FILL = `insert into hearing (kind, title, description, status, noticed_at, starts_at, ends_at, time_zone, venue_name,
    venue_address, own_audience, protected)
  select case i % 2 when 0 then 'public_hearing' else 'regional_summit' end, 'Hearing ' || i || ', on schools; and parks',
         repeat('What was asked, and what was answered. ', 8), case i % 9 when 0 then 'cancelled' else 'closed' end,
         now(), start, case i % 7 when 0 then null else start + interval '3 hours' end, ($1::text[])[1 + i % 4],
         'Town Hall ' || i % 20, i || ' Main Street', 'public', false
    from generate_series(0, 999) i, lateral (select timestamptz '2016-03-01 00:00Z' + i * interval '87 hours 40 minutes') s(start)
  returning id, starts_at as "startsAt", ends_at as "endsAt"`;

interface Made {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

describe('ten years of hearings in one calendar', () => {
  let hearth: Publication;
  let made: Made[];

  beforeAll(async () => {
    hearth = await openPublication();
    const admin = new Client({ connectionString: hearth.database.adminUrl });
    await admin.connect();
    made = (await admin.query<Made>({ text: FILL, values: [ZONES] })).rows;
    await admin.end();
  });
  afterAll(() => hearth.close());

  it('are all read back, to the second, in four time zones', async () => {
    const events = await hearth.calendar('?from=2016-01-01');
    const read = events.map(({ uid, startsAt, endsAt }) => ({ uid, startsAt, endsAt }));
    const wanted = made
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .map(({ id, startsAt, endsAt }) => ({
        uid: `${id}@hearth`,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt?.toISOString() ?? null,
      }));
    expect(read).toEqual(wanted);
    const text = await hearth.text('/hearings.ics?from=2016-01-01');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(3);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('are one statement, first and again', async () => {
    const asked = jest.spyOn(hearth.app.get(Database), 'rows');
    try {
      const statements = async (path: string): Promise<number> => {
        asked.mockClear();
        await hearth.text(path);
        return asked.mock.calls.length;
      };
      const paths = ['/hearings.ics?from=2016-01-02', `/hearings/${made[0]!.id}.ics`, '/hearings.atom'];
      for (const path of [...paths, ...paths]) expect([path, await statements(path)]).toEqual([path, 1]);
    } finally {
      asked.mockRestore();
    }
  });

  it('are not sent again', async () => {
    const first = await hearth.read('/hearings.ics?from=2016-01-01');
    const again = await hearth
      .read('/hearings.ics?from=2016-01-01')
      .set('If-None-Match', first.headers['etag'] as string);
    expect([again.status, again.text]).toEqual([304, '']);
  });
});
