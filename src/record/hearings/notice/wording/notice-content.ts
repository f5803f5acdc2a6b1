import type { Hearing } from '../../hearing/hearing.entity.js';
import type { HearingKind } from '../../hearing/hearing-kind.js';
import { isOpen } from '../../hearing/hearing.policy.js';
import { type MeetingCall, type NoticeProfile } from '../clock/notice-profile.js';
import { type Exception, isOff, type NoticeKind, type ToldItem, type Vote } from '../notice-kind.js';
import type { ToldPlace } from '../notice.repository.js';
import { momentIn, spanIn } from './notice-dates.js';

/** What a notice is written from. */
export interface NoticeFacts {
  readonly commission: string;
  readonly profile: NoticeProfile;
  readonly kind: NoticeKind;
  readonly call: MeetingCall;
  readonly hearing: Hearing;
  /** As it was noticed before, of a rescheduled or changed one. */
  readonly previous: Hearing | null;
  readonly reason: string | null;
  /** What is otherwise now, a line each. */
  readonly changes: readonly string[];
  readonly agenda: readonly ToldItem[];
  readonly places: readonly ToldPlace[];
  readonly finding: string | null;
  readonly vote: Vote | null;
  readonly exception: Exception | null;
  readonly late: boolean;
  readonly contact: string | null;
  readonly givenAt: Date;
}

export type Block =
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  /** What follows the first line of an item stands under it. */
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] }
  | { readonly kind: 'words'; readonly heading: string | null; readonly text: string };

/** A notice before it is text or HTML. */
export interface NoticeContent {
  readonly heading: string;
  readonly commission: string;
  readonly title: string;
  /** BCP 47: of the title; the rest is English. */
  readonly titleLanguage: string;
  readonly blocks: readonly Block[];
}

const WHAT: Readonly<Record<HearingKind, string>> = {
  public_hearing: 'public hearing',
  regional_summit: 'regional information summit',
  closed_session: 'closed session',
  stakeholder_interview: 'interview',
};

const HEADINGS: Readonly<Record<NoticeKind, (what: string) => string>> = {
  regular: (what) => `Notice of ${what}`,
  special: (what) => `Notice of special meeting: ${what}`,
  emergency: (what) => `Notice of emergency meeting: ${what}`,
  change: (what) => `Change to a noticed ${what}`,
  postponement: (what) => `Postponed: ${what}`,
  rescheduling: (what) => `New date: ${what}`,
  cancellation: (what) => `Cancelled: ${what}`,
  resumption: (what) => `To be held after all: ${what}`,
};

export function contentOf(facts: NoticeFacts): NoticeContent {
  const { kind, hearing, commission } = facts;
  return {
    heading: HEADINGS[kind](WHAT[hearing.kind]),
    commission,
    title: hearing.title,
    titleLanguage: hearing.language,
    blocks: isOff(kind)
      ? [whenItWas(facts), ...reasons(facts), closing(facts)]
      : [
          where(facts),
          ...changes(facts),
          ...places(facts),
          ...reasons(facts),
          agenda(facts),
          ...help(facts),
          closing(facts),
        ],
  };
}

function whenItWas({ hearing, kind }: NoticeFacts): Block {
  const now = kind === 'cancellation' ? 'It will not be held.' : 'A new date will be noticed.';
  return {
    kind: 'facts',
    facts: [
      ['Was to be held', whenOf(hearing)],
      ['Now', now],
    ],
  };
}

function where({ hearing, previous }: NoticeFacts): Block {
  const now = { when: whenOf(hearing), where: whereOf(hearing) };
  const before = previous && { when: whenOf(previous), where: whereOf(previous) };
  const facts: (readonly [string, string | null])[] = [
    ['When', now.when],
    ['Instead of', before && before.when !== now.when ? before.when : null],
    ['Where', now.where],
    ['Instead of', before && before.where !== now.where ? before.where : null],
    ['Getting in', hearing.venueAccessibility],
    ['Parking', hearing.venueParking],
    [
      'Interpreted into',
      hearing.languages.length > 0 ? hearing.languages.map(languageName).join(', ') : null,
    ],
  ];
  return {
    kind: 'facts',
    facts: facts.filter((fact): fact is readonly [string, string] => fact[1] !== null),
  };
}

function whenOf({ timeZone, startsAt, endsAt }: Hearing): string {
  return spanIn(timeZone, startsAt, endsAt);
}

function whereOf({ venueName, venueRoom, venueAddress }: Hearing): string | null {
  return venueName && joined(venueName, venueRoom, venueAddress);
}

function changes({ changes: items }: NoticeFacts): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading: 'What has changed', items }];
}

function places({ places: told }: NoticeFacts): Block[] {
  if (told.length === 0) return [];
  const items = told.map(({ name, room, address, accessibility, url, dialIn }) =>
    joined(name, room, address, accessibility, url, dialIn),
  );
  return [{ kind: 'list', heading: 'Other places and ways to take part', items }];
}

function reasons({ reason, finding, vote, exception, late }: NoticeFacts): Block[] {
  const words: (readonly [string, string | null])[] = [
    ['Why', reason],
    ['Finding', finding && `${finding}${vote ? ` (${votesOf(vote)})` : ''}`],
    [late ? 'Why this notice is late' : 'Ground', exception && `${exception.reason} (${exception.citation})`],
  ];
  return words.flatMap(([heading, text]) =>
    text === null ? [] : [{ kind: 'words', heading, text } as const],
  );
}

function votesOf({ ayes, noes, present }: Vote): string {
  return `${ayes} ayes, ${noes} noes${present === undefined ? '' : `, ${present} present`}`;
}

function agenda({ agenda: items }: NoticeFacts): Block {
  return {
    kind: 'list',
    heading: 'Agenda',
    items: items.map(({ title, description, authority, closed, consent }) => {
      const note = closed ? 'closed session' : consent ? 'consent' : null;
      if (title === null) return authority === null ? 'Closed session' : `Closed session (${authority})`;
      const notes = [note, authority].filter((text) => text !== null).join(', ');
      const line = notes === '' ? title : `${title} (${notes})`;
      return description ? `${line}\n${description}` : line;
    }),
  };
}

/** Nobody is asked for a name, and everybody may ask for help. */
function help({ hearing, profile: { registration }, contact }: NoticeFacts): Block[] {
  const blocks: Block[] = [];
  if (isOpen(hearing.kind)) {
    const law = registration === null ? '' : ` (${registration})`;
    const text = `Everybody may attend. Nobody has to sign in or to say who they are${law}.`;
    blocks.push({ kind: 'words', heading: 'Attending', text });
  }
  if (contact !== null) {
    const text = `For more, for an accommodation or an interpreter, or for this notice in another form: ${contact}`;
    blocks.push({ kind: 'words', heading: 'Questions and accommodations', text });
  }
  return blocks;
}

function closing({ profile: { act }, givenAt, hearing }: NoticeFacts): Block {
  const under = act === null ? '' : ` under ${act}`;
  const after = hearing.startsAt <= givenAt ? ' It was entered after the start, for the record.' : '';
  const text = `Notice given${under} on ${momentIn(hearing.timeZone, givenAt)}.${after}`;
  return { kind: 'words', heading: null, text };
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}

function languageName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
