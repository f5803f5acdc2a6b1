import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, openDesk } from './hearings.support.js';
import { type CommitteeMeeting, HEARING, MEETING, type PrintedHearing } from './interop.meetings.js';
import { linksOfHearing, linksOfMeeting, meetingOf, planOf, printedOf } from './interop.mapping.js';

/** The public part of what congress.gov publishes of one meeting is put in and read back (docs/interop.md). */
describe('the record of a legislature', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const putIn = async (meeting: CommitteeMeeting, printed: PrintedHearing): Promise<string> => {
    const { id } = await desk.make('/hearings', planOf(meeting));
    const at = `/hearings/${id}`;
    await desk.make(`${at}/agenda-items`, { title: meeting.title.slice(0, 500) });
    const witnesses: string[] = [];
    for (const { name, position, organization } of meeting.witnesses) {
      witnesses.push((await desk.make(`${at}/witnesses`, { name, position, organisation: organization })).id);
    }
    for (const date of printed.dates) {
      const startsAt = `${date.date}T09:00:00-05:00`;
      await desk.make(`${at}/sessions`, { name: date.date, startsAt, endsAt: `${date.date}T17:00:00-05:00` });
    }
    for (const link of [...linksOfMeeting(meeting, witnesses), ...linksOfHearing(printed)]) {
      await desk.make(`${at}/links`, link);
    }
    expect((await desk.move(id, 'noticed')).status).toBe(201);
    return id;
  };

  it('comes back field by field, read by anybody', async () => {
    const id = await putIn(MEETING, HEARING);
    const hearing = (await desk.read(`/hearings/${id}?include=witnesses,sessions`)).body;
    const links = (await desk.read(`/hearings/${id}/links?limit=250`)).body.items;
    expect(meetingOf(hearing, links)).toEqual(MEETING);
    expect(printedOf(hearing, links)).toEqual(HEARING);
  });
});
