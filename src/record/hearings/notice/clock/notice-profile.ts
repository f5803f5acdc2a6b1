import type { LegalProfile } from '#src/record/commission/index.js';

/** How a meeting is called. */
export const MEETING_CALLS = ['regular', 'special', 'emergency'] as const;

export type MeetingCall = (typeof MEETING_CALLS)[number];

/** Days are differences of local dates, until the local day ends; hours are exact. */
export type Lead = { readonly days: number } | { readonly hours: number };

/** The members adopt a finding by this share of the body. */
export interface FindingRule {
  readonly share: 'two_thirds' | 'majority';
  readonly citation: string;
}

export interface NoticeRule {
  readonly lead: Lead;
  readonly citation: string;
  /** Such a meeting is called under a finding. */
  readonly finding: FindingRule | null;
}

export interface NoticeProfile {
  /** As a notice names it; null where no law is named. */
  readonly act: string | null;
  readonly rules: Readonly<Record<MeetingCall, NoticeRule>> | null;
  /** A brief general description of an item generally need not exceed so many words. */
  readonly agendaItem: { readonly words: number; readonly citation: string } | null;
  /** How the sections begin that say what may be taken in closed session; empty: none are known. */
  readonly closedSession: readonly string[];
  readonly teleconference: string | null;
  /** Where the law says what may still be added after the notice. */
  readonly additions: string | null;
  /** Where the law says that what was done in closed session is reported. */
  readonly reporting: string | null;
  /** Where the law says that nobody who attends has to say who they are. */
  readonly registration: string | null;
}

/** Section for section, Government Code of California. */
export const PROFILES: Readonly<Record<LegalProfile, NoticeProfile>> = {
  none: {
    act: null,
    rules: null,
    agendaItem: null,
    closedSession: [],
    teleconference: null,
    additions: null,
    reporting: null,
    registration: null,
  },
  bagley_keene: {
    act: 'the Bagley-Keene Open Meeting Act',
    rules: {
      regular: { lead: { days: 10 }, citation: 'Gov. Code 11125(a)', finding: null },
      special: {
        lead: { hours: 48 },
        citation: 'Gov. Code 11125.4(b)',
        finding: { share: 'two_thirds', citation: 'Gov. Code 11125.4(c)' },
      },
      emergency: {
        lead: { hours: 1 },
        citation: 'Gov. Code 11125.5(c)',
        finding: { share: 'majority', citation: 'Gov. Code 11125.5(b)' },
      },
    },
    agendaItem: { words: 20, citation: 'Gov. Code 11125(b)' },
    closedSession: ['Gov. Code 11126'],
    teleconference: 'Gov. Code 11123',
    additions: 'Gov. Code 11125.3',
    reporting: 'Gov. Code 11126.3(f)',
    registration: 'Gov. Code 11124',
  },
  brown: {
    act: 'the Ralph M. Brown Act',
    rules: {
      regular: { lead: { hours: 72 }, citation: 'Gov. Code 54954.2(a)', finding: null },
      special: { lead: { hours: 24 }, citation: 'Gov. Code 54956', finding: null },
      emergency: {
        lead: { hours: 1 },
        citation: 'Gov. Code 54956.5',
        finding: { share: 'majority', citation: 'Gov. Code 54956.5(a)' },
      },
    },
    agendaItem: { words: 20, citation: 'Gov. Code 54954.2(a)' },
    closedSession: ['Gov. Code 54956.', 'Gov. Code 54957'],
    teleconference: 'Gov. Code 54953(b)',
    additions: 'Gov. Code 54954.2(b)',
    reporting: 'Gov. Code 54957.1',
    registration: 'Gov. Code 54953.3',
  },
};
