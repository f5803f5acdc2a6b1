import { Injectable } from '@nestjs/common';
import { broken } from '#src/foundation/common/index.js';
import { CommissionService, type LegalProfile } from '#src/record/commission/index.js';
import type { Due } from './due-act.js';
import { DueActsDto } from './due.dto.js';
import { APPROVE_MINUTES_DAYS, dueOfHearing, dueOfRequest, dueOfSession } from './due.policy.js';
import { DueRepository, type OpenRow } from './due.repository.js';

export interface DueWish {
  /** Default: 90 days ago, so that what was missed lately is seen, and what is taken over from years ago is not. */
  readonly from?: string | undefined;
  /** Default: 90 days after `from`, or after now. */
  readonly to?: string | undefined;
  readonly limit?: number | undefined;
}

const DAY = 86_400_000;
const WINDOW = 90 * DAY;
/** The longest lead, and more than a day for the zones. */
const LEAD = 12 * DAY;
/** Minutes wait for the next meeting, which may be a year away. */
const WAIT = (APPROVE_MINUTES_DAYS + 400) * DAY;
const DEFAULT_LIMIT = 100;

/** What the clerks have to do next, and until when. */
@Injectable()
export class DueService {
  constructor(
    private readonly open: DueRepository,
    private readonly commission: CommissionService,
  ) {}

  /**
   * Two statements, whatever there is.
   *
   * @throws DomainError 422 WINDOW_REVERSED
   */
  async list(wish: DueWish): Promise<DueActsDto> {
    const now = new Date();
    const from = wish.from === undefined ? new Date(now.getTime() - WINDOW) : new Date(wish.from);
    const ahead = wish.from === undefined || from < now ? now : from;
    const to = wish.to === undefined ? new Date(ahead.getTime() + WINDOW) : new Date(wish.to);
    if (to < from) throw broken('WINDOW_REVERSED', '/to', 'A window ends no earlier than it begins.');
    const { legalProfile } = await this.commission.current();
    const rows = await this.open.open(from, to, {
      startFrom: new Date(from.getTime() - WAIT),
      startTo: new Date(to.getTime() + LEAD),
    });
    const acts = rows
      .flatMap((row) => dueOf(row, legalProfile, now))
      .filter(({ dueAt }) => dueAt >= from && dueAt <= to)
      .toSorted(bySoonest);
    return DueActsDto.from(acts, wish.limit ?? DEFAULT_LIMIT, now);
  }
}

function dueOf(row: OpenRow, law: LegalProfile, now: Date): Due[] {
  switch (row.source) {
    case 'hearing':
      return dueOfHearing(row, law, now);
    case 'request':
      return [dueOfRequest(row)];
    case 'session':
      return [dueOfSession(row, law)];
  }
}

function bySoonest(one: Due, other: Due): number {
  return (
    one.dueAt.getTime() - other.dueAt.getTime() ||
    one.hearingId.localeCompare(other.hearingId) ||
    one.act.localeCompare(other.act) ||
    (one.subjectId ?? '').localeCompare(other.subjectId ?? '')
  );
}
