import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMarkdown } from '../render/markdown.js';
import { closedBook, openBook } from './books.js';
import type { ItemFact, MemberFact, MinutesFacts, MotionFact, PresenceFact } from './facts.js';

/** By the clock of Los Angeles on 4 March 2031, in winter. */
const at = (time: string): Date => new Date(`2031-03-04T${time}:00-08:00`);

const there = (from: string, until: string | null, remoteFrom?: string): PresenceFact => ({
  from: at(from),
  until: until === null ? null : at(until),
  remote: remoteFrom !== undefined,
  place: remoteFrom ?? null,
});

const BARE: MinutesFacts = {
  commission: 'Commission on Play',
  hearing: {
    kind: 'public_hearing',
    title: 'What schools see',
    startsAt: at('09:00'),
    endsAt: null,
    timeZone: 'America/Los_Angeles',
    venueName: null,
    venueAddress: null,
  },
  places: [],
  roll: [],
  quorum: [],
  quorumNeeded: null,
  sessions: [],
  steps: [],
  items: [],
  witnesses: [],
  motions: [],
  closedSessions: [],
};

const OPENING: ItemFact = {
  id: 'a',
  title: 'Opening',
  consent: false,
  authority: null,
  exceptionCitation: null,
  exceptionReason: null,
};

const ADA: MemberFact = { name: 'Ada', role: 'chair', acting: false, presences: [there('08:55', null)] };

const SIGN: MotionFact = {
  itemId: 'b',
  text: 'to sign the contract',
  mover: 'Ada',
  seconder: 'Joan',
  outcome: 'carried',
  withdrawnReason: null,
  votes: [
    { name: 'Ada', choice: 'aye', matter: null },
    { name: 'Joan', choice: 'aye', matter: null },
    { name: 'Grace', choice: 'recused', matter: 'The contract' },
    { name: 'Mary', choice: 'absent', matter: null },
  ],
};

const FULL: MinutesFacts = {
  ...BARE,
  hearing: {
    ...BARE.hearing,
    endsAt: at('17:00'),
    venueName: 'The Forum',
    venueAddress: '900 Fallon Street',
  },
  places: [{ kind: 'teleconference', name: 'Fresno City Hall', address: '2600 Fresno Street' }],
  roll: [
    ADA,
    {
      name: 'Grace',
      role: 'member',
      acting: false,
      presences: [there('09:02', '11:00'), there('11:30', '16:00')],
    },
    { name: 'Joan', role: 'member', acting: false, presences: [there('09:20', null, 'Fresno')] },
    { name: 'Mary', role: 'vice_chair', acting: false, presences: [] },
  ],
  quorum: [
    { at: at('09:02'), change: 'made', by: ['Grace'] },
    { at: at('11:00'), change: 'lost', by: ['Grace'] },
    { at: at('11:30'), change: 'made', by: ['Grace'] },
    { at: at('17:01'), change: 'lost', by: ['Ada', 'Joan'] },
  ],
  quorumNeeded: 2,
  sessions: [
    { name: 'Morning', openedAt: at('09:02'), adjournedAt: at('12:00') },
    { name: 'Afternoon', openedAt: at('13:00'), adjournedAt: at('17:01') },
  ],
  steps: [
    { to: 'in_session', at: at('09:02'), reason: null },
    { to: 'recessed', at: at('11:00'), reason: 'No quorum' },
    { to: 'in_session', at: at('11:30'), reason: null },
    { to: 'adjourned', at: at('17:01'), reason: null },
  ],
  items: [
    OPENING,
    {
      id: 'b',
      title: 'A late contract',
      consent: true,
      authority: null,
      exceptionCitation: 'Gov. Code 11125.3(a)(2)',
      exceptionReason: 'It came up yesterday.',
    },
  ],
  witnesses: [
    {
      itemId: 'a',
      name: 'Lise',
      position: 'Teacher',
      organisation: 'School 4',
      mode: 'remote',
      oath: 'affirmed',
      compelled: true,
    },
    {
      itemId: null,
      name: 'Emmy',
      position: null,
      organisation: null,
      mode: 'in_person',
      oath: null,
      compelled: false,
    },
  ],
  motions: [SIGN],
  closedSessions: [
    {
      authority: 'Gov. Code 11126(e)(1)',
      openedAt: at('12:10'),
      adjournedAt: at('12:50'),
      reportedOut: 'Direction was given to counsel',
    },
  ],
};

describe('the open book', () => {
  it('tells everything that was recorded', () => {
    expect(openBook(FULL)).toBe(`# Minutes: What schools see

- Commission: Commission on Play
- Kind: Public hearing
- Date: Tuesday, March 4, 2031
- Planned hours: from 9:00 a.m. to 5:00 p.m. (America/Los_Angeles)
- Place: The Forum, 900 Fallon Street
- Teleconference location: Fresno City Hall, 2600 Fresno Street

## Call to order

The hearing was called to order by Chair Ada at 9:02 a.m.

## Roll

- **Present:** Ada (chair); Grace; Joan, remote from Fresno
- **Absent:** Mary (vice chair)

- Grace left at 11:00 a.m.
- Grace came back at 11:30 a.m.
- Grace left at 4:00 p.m.
- Joan came at 9:20 a.m.

## Quorum

2 members make a quorum.

- Established at 9:02 a.m., Grace having come.
- Lost at 11:00 a.m., Grace having left.
- Regained at 11:30 a.m., Grace having come.

## Sessions

- Morning: from 9:02 a.m. to 12:00 p.m.
- Afternoon: from 1:00 p.m. to 5:01 p.m.

## Agenda

### 1. Opening

Heard:

- Lise, Teacher, School 4 (affirmed, under subpoena, remote)

### 2. A late contract (consent)

Taken up after the notice under Gov. Code 11125.3(a)(2): It came up yesterday.

Moved by Ada: to sign the contract. Seconded by Joan. **Carried.** 2 ayes, 0 noes, 1 recused, 1 absent.

- Ayes: Ada, Joan
- Recused: Grace (The contract)
- Absent: Mary

### Beside the agenda

Heard:

- Emmy

## Closed sessions

- A closed session was held under Gov. Code 11126(e)(1) from 12:10 p.m. to 12:50 p.m. Reported out: Direction was given to counsel.

## Recesses

- In recess from 11:00 a.m. to 11:30 a.m.: No quorum.

## Adjournment

The hearing was adjourned at 5:01 p.m.
`);
  });

  it('says nothing of what nobody recorded', () => {
    expect(openBook(BARE)).toBe(`# Minutes: What schools see

- Commission: Commission on Play
- Kind: Public hearing
- Date: Tuesday, March 4, 2031
- Planned hours: from 9:00 a.m. (America/Los_Angeles)

## Call to order

The hearing was called to order at 9:00 a.m.
`);
  });

  it('tells an office that somebody only acts in, on the roll and in who presided', () => {
    const acts = (member: MemberFact): MemberFact => ({ ...member, acting: true });
    const book = openBook({ ...FULL, roll: FULL.roll.map(acts) });
    expect(book).toContain('called to order by Acting chair Ada at 9:02 a.m.');
    expect(book).toContain(
      '- **Present:** Ada (acting chair); Grace (acting member); Joan (acting member), ',
    );
    expect(book).toContain('- **Absent:** Mary (acting vice chair)');
  });

  it('tells the day of what happened after midnight', () => {
    const late = {
      ...BARE,
      steps: [{ to: 'adjourned', at: new Date('2031-03-05T00:20:00-08:00'), reason: null }],
    };
    expect(openBook(late)).toContain('The hearing was adjourned at 12:20 a.m. on March 5.');
  });

  it('keeps its form, whatever was entered', () => {
    const nasty = fc
      .array(fc.constantFrom('\n', '\r', '# ', '- ', '1. ', '**', '*', '<b>', 'x', ' '), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const shape = (text: string) => parseMarkdown(text).map(({ kind }) => kind);
    const clean = shape(openBook(FULL));
    fc.assert(
      fc.property(nasty, (words) => {
        const item = { ...OPENING, title: words };
        const motion = { ...SIGN, text: words, mover: words };
        const person = { ...ADA, name: words };
        const book = openBook({
          ...FULL,
          commission: words,
          items: [item, ...FULL.items.slice(1)],
          motions: [motion],
          roll: [person, ...FULL.roll.slice(1)],
        });
        expect(shape(book)).toEqual(clean);
      }),
    );
  });
});

describe('the closed book', () => {
  it('is told apart from the first line on', () => {
    const facts = {
      ...BARE,
      items: [{ ...OPENING, authority: 'Gov. Code 11126(e)(1)' }],
      motions: FULL.motions,
    };
    const book = closedBook(facts);
    expect(book.split('\n')[0]).toBe('# Minute book of the closed session: What schools see');
    expect(book).toContain('## Topics and decisions\n\n### 1. Opening\n\nUnder Gov. Code 11126(e)(1).');
    expect(book).toContain('### Beside the agenda\n\nMoved by Ada: to sign the contract.');
  });
});
