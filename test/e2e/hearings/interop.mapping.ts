import type { CommitteeMeeting, PrintedHearing } from './interop.meetings.js';

/** What this test needs of a link as Hearth keeps it. */
interface Link {
  relation: string;
  scheme?: string | null;
  identifier?: string | null;
  title?: string | null;
  description?: string | null;
  url?: string | null;
  documentType?: string | null;
  format?: string | null;
  witnessId?: string | null;
}

interface Shown {
  title: string;
  status: string;
  startsAt: string;
  venue: { name: string; room: string; address: string };
  witnesses: { items: { id: string; name: string; position: string; organisation: string }[] };
  sessions: { items: { startsAt: string }[] };
}

const STATUS: Readonly<Record<string, string>> = {
  noticed: 'Scheduled',
  cancelled: 'Canceled',
  postponed: 'Postponed',
  rescheduled: 'Rescheduled',
};

const identifier = (scheme: string, value: string, more: Partial<Link> = {}): Link => ({
  relation: 'identifier',
  scheme: `congress.gov/${scheme}`,
  identifier: value,
  ...more,
});

export const planOf = ({ title, date, location }: CommitteeMeeting): object => ({
  kind: 'public_hearing',
  title,
  startsAt: date,
  timeZone: 'America/New_York',
  venue: { name: location.building, room: location.room, address: location.address },
});

export function linksOfMeeting(meeting: CommitteeMeeting, witnesses: readonly string[]): Link[] {
  const { relatedItems } = meeting;
  return [
    identifier('event', meeting.eventId, { description: meeting.updateDate }),
    identifier('congress', meeting.congress),
    identifier('chamber', meeting.chamber),
    identifier('type', meeting.type),
    ...meeting.committees.map(({ name, systemCode, url }) => ({
      relation: 'body',
      scheme: 'congress.gov/committee',
      identifier: systemCode,
      title: name,
      url,
    })),
    ...meeting.videos.map(({ name, url }) => ({ relation: 'video', title: name, url })),
    ...meeting.witnessDocuments.map(({ of, ...document }) => ({
      relation: 'document',
      ...document,
      witnessId: witnesses[of] ?? null,
    })),
    ...meeting.meetingDocuments.map(({ name, ...document }) => ({
      relation: 'document',
      title: name,
      ...document,
    })),
    ...meeting.hearingTranscript.map(({ jacketNumber, url }) => ({
      relation: 'transcript',
      scheme: 'congress.gov/jacket',
      identifier: jacketNumber,
      url,
    })),
    ...(['bills', 'treaties', 'nominations'] as const).flatMap((kind) =>
      relatedItems[kind].map(({ type = '', part = '', number, congress, url }) => ({
        relation: 'related',
        scheme: `congress.gov/${kind}`,
        identifier: [congress, type, number, part].join('/'),
        url,
      })),
    ),
  ];
}

export function linksOfHearing(printed: PrintedHearing): Link[] {
  return [
    identifier('jacket', printed.jacketNumber),
    identifier('lccn', printed.libraryOfCongressIdentifier),
    identifier('number', printed.number),
    identifier('part', printed.part),
    identifier('citation', printed.citation),
    identifier('meeting', printed.associatedMeeting.eventID, { url: printed.associatedMeeting.URL }),
    ...printed.formats.map(({ type, url }) => ({ relation: 'transcript', format: type, url })),
  ];
}

const one = (links: readonly Link[], scheme: string): Link => {
  const found = links.find(
    (link) => link.relation === 'identifier' && link.scheme === `congress.gov/${scheme}`,
  );
  if (!found) throw new Error(`no ${scheme}`);
  return found;
};
const valueOf = (links: readonly Link[], scheme: string): string => one(links, scheme).identifier ?? '';
const text = (value: string | null | undefined): string => value ?? '';
const moment = (iso: string): string => iso.replace('.000Z', 'Z');

export function meetingOf(hearing: Shown, links: readonly Link[]): CommitteeMeeting {
  const of = (relation: string) => links.filter((link) => link.relation === relation);
  const witnesses = hearing.witnesses.items;
  const related = (kind: string) =>
    of('related')
      .filter(({ scheme }) => scheme === `congress.gov/${kind}`)
      .map(({ identifier: id, url }) => {
        const [congress = '', type, number = '', part] = text(id).split('/');
        return { ...(type && { type }), ...(part && { part }), number, congress, url: text(url) };
      });
  return {
    eventId: valueOf(links, 'event'),
    updateDate: text(one(links, 'event').description),
    congress: valueOf(links, 'congress'),
    type: valueOf(links, 'type'),
    title: hearing.title,
    meetingStatus: text(STATUS[hearing.status]),
    date: moment(hearing.startsAt),
    chamber: valueOf(links, 'chamber'),
    committees: of('body').map(({ title, identifier: code, url }) => ({
      name: text(title),
      systemCode: text(code),
      url: text(url),
    })),
    location: { building: hearing.venue.name, room: hearing.venue.room, address: hearing.venue.address },
    videos: of('video').map(({ title, url }) => ({ name: text(title), url: text(url) })),
    witnesses: witnesses.map(({ name, position, organisation }) => ({
      name,
      position,
      organization: organisation,
    })),
    witnessDocuments: of('document')
      .filter(({ witnessId }) => witnessId)
      .map(({ documentType, format, url, witnessId }) => ({
        documentType: text(documentType),
        format: text(format),
        url: text(url),
        of: witnesses.findIndex(({ id }) => id === witnessId),
      })),
    meetingDocuments: of('document')
      .filter(({ witnessId }) => !witnessId)
      .map(({ title, description, documentType, url, format }) => ({
        name: text(title),
        description: text(description),
        documentType: text(documentType),
        url: text(url),
        format: text(format),
      })),
    hearingTranscript: of('transcript')
      .filter(({ scheme }) => scheme === 'congress.gov/jacket')
      .map(({ identifier: jacketNumber, url }) => ({ jacketNumber: text(jacketNumber), url: text(url) })),
    relatedItems: {
      bills: related('bills'),
      treaties: related('treaties'),
      nominations: related('nominations'),
    },
  };
}

export function printedOf(hearing: Shown, links: readonly Link[]): PrintedHearing {
  const meeting = one(links, 'meeting');
  return {
    jacketNumber: valueOf(links, 'jacket'),
    libraryOfCongressIdentifier: valueOf(links, 'lccn'),
    number: valueOf(links, 'number'),
    part: valueOf(links, 'part'),
    citation: valueOf(links, 'citation'),
    dates: hearing.sessions.items.map(({ startsAt }) => ({ date: startsAt.slice(0, 10) })),
    formats: links
      .filter(({ relation, scheme }) => relation === 'transcript' && !scheme)
      .map(({ format, url }) => ({ type: text(format), url: text(url) })),
    associatedMeeting: { eventID: text(meeting.identifier), URL: text(meeting.url) },
  };
}
