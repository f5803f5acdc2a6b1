import type { SeatCount } from '#src/record/commission/index.js';
import { wordsIn } from '../agenda/agenda.policy.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { isOpen } from '../hearing/hearing.policy.js';
import { type MeetingCall, type NoticeProfile } from './clock/notice-profile.js';
import type { Warning } from '../shared/warning.js';
import type { ToldItem, Vote } from './notice-kind.js';
import type { ToldPlace } from './notice.repository.js';

export interface Told {
  readonly profile: NoticeProfile;
  readonly call: MeetingCall;
  readonly hearing: Pick<Hearing, 'kind' | 'venueName' | 'venueAccessibility'>;
  readonly agenda: readonly ToldItem[];
  readonly places: readonly ToldPlace[];
  readonly contact: string | null;
  readonly finding: string | null;
  readonly vote: Vote | null;
  readonly bench: SeatCount;
  /** Somebody stands on the roster. */
  readonly hasRoster: boolean;
}

/** What a notice may be given without, and should not. */
export function warningsOf(told: Told): Warning[] {
  return [...ofAgenda(told), ...ofPlaces(told), ...ofNotice(told)];
}

function ofAgenda({ profile: { agendaItem, closedSession }, agenda }: Told): Warning[] {
  return agenda.flatMap(({ title, description, closed, authority }, index) => {
    const warnings: Warning[] = [];
    const words = wordsIn(title ?? '') + wordsIn(description ?? '');
    if (agendaItem && words > agendaItem.words) {
      const { citation, words: most } = agendaItem;
      const detail = `An item is described in about ${most} words (${citation}); this has ${words}.`;
      const pointer = `/agenda/${index}/${description ? 'description' : 'title'}`;
      warnings.push({ code: 'AGENDA_ITEM_LONG', pointer, detail });
    }
    // Other statutes close a session too: a clerk is asked to look again, not stopped.
    if (closed && closedSession.length > 0 && !closedSession.some((law) => authority?.startsWith(law))) {
      const detail = `Sessions are closed under ${closedSession.join(' and ')}, seldom under another law.`;
      warnings.push({ code: 'CLOSED_UNDER_OTHER_LAW', pointer: `/agenda/${index}/authority`, detail });
    }
    return warnings;
  });
}

function ofPlaces({ hearing, places, profile: { teleconference } }: Told): Warning[] {
  const warnings: Warning[] = [];
  if (isOpen(hearing.kind) && hearing.venueName !== null && hearing.venueAccessibility === null) {
    warnings.push({
      code: 'VENUE_WITHOUT_ACCESSIBILITY',
      pointer: '/venue/accessibility',
      detail: 'Nobody is told how somebody in a wheelchair gets in.',
    });
  }
  const law = teleconference === null ? '' : ` (${teleconference})`;
  places.forEach(({ kind, publicAccess }, index) => {
    if (kind !== 'teleconference' || publicAccess) return;
    const detail = `A place from which a member takes part is open to the public${law}.`;
    warnings.push({ code: 'TELECONFERENCE_NOT_PUBLIC', pointer: `/places/${index}/publicAccess`, detail });
  });
  return warnings;
}

function ofNotice({ hearing, profile, call, contact, finding, vote, bench, hasRoster }: Told): Warning[] {
  const warnings: Warning[] = [];
  if (profile.rules && isOpen(hearing.kind) && contact === null) {
    warnings.push({
      code: 'NOTICE_WITHOUT_CONTACT',
      pointer: '/contact',
      detail: 'A notice names somebody who can tell more and take requests for accommodations.',
    });
  }
  if (isOpen(hearing.kind) && bench.seats > 0 && !hasRoster) {
    warnings.push({
      code: 'ROSTER_EMPTY',
      pointer: '/roster',
      detail: 'The roster names nobody: the whole bench is expected, and taken up at that time.',
    });
  }
  if (finding !== null && vote === null && profile.rules?.[call].finding) {
    warnings.push({
      code: 'FINDING_WITHOUT_VOTE',
      pointer: '/vote',
      detail: 'The members adopt the finding when the meeting begins; before that it takes up nothing else.',
    });
  }
  return warnings;
}
