import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HearingStatus } from '#src/record/hearings/index.js';
import { asImported, type Desk, hoursFromNow, openDesk } from './hearings.support.js';

/** A second telling of the rules, that knows nothing of the first. */
interface Model {
  status: HearingStatus;
  /** It was to start an hour ago; else in years. */
  hasBegun: boolean;
  /** It came in by an import: its minutes are elsewhere. */
  isImported: boolean;
  steps: number;
  notices: string[];
}

interface Real {
  readonly desk: Desk;
  readonly id: string;
}

const ORDER = ['noticed', 'in_session', 'adjourned', 'minutes_draft', 'minutes_approved', 'closed'] as const;

/** What a step must answer: a code, or null where it is taken. */
function refusalOf(
  { status, hasBegun, isImported }: Model,
  to: HearingStatus,
  withReason: boolean,
): string | null {
  const breaksPlan = to === 'postponed' || to === 'rescheduled' || to === 'cancelled';
  if (breaksPlan && !withReason) return 'REASON_REQUIRED';
  const isPlanned = status === 'noticed' || status === 'rescheduled';
  const illegal = 'HEARING_STATUS_ILLEGAL';
  if (to === 'draft') return illegal;
  if (to === 'cancelled') return isPlanned || status === 'draft' || status === 'postponed' ? null : illegal;
  if (to === 'rescheduled') return isPlanned || status === 'postponed' ? null : illegal;
  if (to === 'postponed') return isPlanned ? null : illegal;
  if (to === 'recessed') return status === 'in_session' ? null : illegal;
  if (to === 'noticed') {
    if (status === 'postponed') return hasBegun ? 'START_HAS_PASSED' : null;
    return status === 'draft' ? null : illegal;
  }
  if (to === 'in_session') {
    if (status === 'recessed') return null;
    if (!isPlanned) return illegal;
    return hasBegun ? null : 'NOT_YET';
  }
  if (to === 'adjourned' && status === 'recessed') return null;
  const at = ORDER.findIndex((step) => step === status);
  if (at < 0 || ORDER[at + 1] !== to) return illegal;
  const tellsOfMinutes = to === 'minutes_draft' || to === 'minutes_approved';
  return tellsOfMinutes && !isImported ? 'MINUTES_NEEDED' : null;
}

function noticeOf(from: HearingStatus, to: HearingStatus): string | null {
  if (to === 'noticed') return from === 'draft' ? 'regular' : 'resumption';
  if (from === 'draft') return null;
  if (to === 'postponed') return 'postponement';
  if (to === 'rescheduled') return 'rescheduling';
  return to === 'cancelled' ? 'cancellation' : null;
}

const EVERY_STATUS: readonly HearingStatus[] = [
  ...ORDER,
  'draft',
  'recessed',
  'postponed',
  'rescheduled',
  'cancelled',
];

/** A wish for a status, or the how manieth of those that the model takes: wishes alone seldom get far. */
class Step implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly wish: HearingStatus | number,
    private readonly withReason: boolean,
    private readonly toPast: boolean,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, { desk, id }: Real): Promise<void> {
    const to = this.target(model);
    const isRescheduling = to === 'rescheduled';
    const startsAt = this.toPast ? hoursFromNow(-1) : '2031-06-01T09:00:00-07:00';
    const answer = await desk.move(id, to, {
      ...(this.withReason && { reason: 'so wished' }),
      ...(isRescheduling && { startsAt }),
    });
    const code = refusalOf(model, to, this.withReason);
    const status = code === null ? 201 : code === 'REASON_REQUIRED' ? 422 : 409;
    expect([answer.status, answer.body.code]).toEqual([status, code ?? undefined]);
    if (code !== null) return;
    const notice = noticeOf(model.status, to);
    if (notice !== null) model.notices.push(notice);
    if (isRescheduling) model.hasBegun = this.toPast;
    model.status = to;
    model.steps += 1;
  }

  private target(model: Model): HearingStatus {
    if (typeof this.wish !== 'number') return this.wish;
    const takes = EVERY_STATUS.filter((status) => refusalOf(model, status, true) === null);
    // A cancelled hearing is the end of the walk: that is left to the wishes.
    const on = takes.filter((status) => status !== 'cancelled');
    return on[this.wish % Math.max(on.length, 1)] ?? 'closed';
  }

  toString(): string {
    return `${this.wish}${this.withReason ? ' for a reason' : ''}${this.toPast ? ' (past)' : ''}`;
  }
}

describe('the states of a hearing, beside a model of them', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const wish = fc.oneof(
    { arbitrary: fc.constantFrom(...EVERY_STATUS), weight: 1 },
    // Those that ask for more than the table.
    { arbitrary: fc.constantFrom<HearingStatus>('noticed', 'in_session', 'postponed'), weight: 1 },
    { arbitrary: fc.nat({ max: 4 }), weight: 2 },
  );
  const step = fc
    .tuple(wish, fc.integer({ min: 0, max: 6 }), fc.boolean())
    .map(([to, reason, toPast]) => new Step(to, reason > 0, toPast));

  it('agree, whatever is asked', async () => {
    const seen = new Set<HearingStatus>();
    await fc.assert(
      fc.asyncProperty(
        fc.commands([step], { maxCommands: 18, size: 'max' }),
        fc.boolean(),
        fc.boolean(),
        async (commands, hasBegun, isImported) => {
          const made = await desk.hearing(hasBegun ? { startsAt: hoursFromNow(-1) } : {});
          await desk.make(`/hearings/${made.id}/agenda-items`, { title: 'Opening' });
          if (isImported) await asImported(desk, made.id);
          const model: Model = { status: 'draft', hasBegun, isImported, steps: 1, notices: [] };
          await fc.asyncModelRun(() => ({ model, real: { desk, id: made.id } }), commands);
          const read = (path: string) => desk.read(`/hearings/${made.id}${path}`, desk.clerk);
          expect((await read('')).body.status).toBe(model.status);
          const { items } = (await read('/status-changes?limit=250')).body as { items: { number: number }[] };
          expect(items.map(({ number }) => number)).toEqual(items.map((_, i) => i + 1));
          expect(items).toHaveLength(model.steps);
          const notices = (await read('/notices?limit=250')).body.items as { kind: string }[];
          expect(notices.map(({ kind }) => kind)).toEqual(model.notices);
          seen.add(model.status);
        },
      ),
      { numRuns: 80 },
    );
    expect(seen.size).toBeGreaterThan(4);
  }, 120_000);
});
