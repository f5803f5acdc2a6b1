import { HEARING_KINDS, type HearingKind } from '../hearing/hearing-kind.js';
import { SEASON_STATES, type SeasonState } from './season-state.js';

type Counts = Record<SeasonState, number>;

export interface PlanEntry {
  readonly id: string;
  readonly label: string;
  readonly kind: HearingKind | null;
  readonly promised: number;
  readonly held: number | null;
  readonly dueOn: string | null;
}

export interface KindCount {
  readonly kind: HearingKind;
  readonly state: SeasonState;
  readonly hearings: number;
}

export interface SeasonNumbers {
  readonly plan: readonly PlanEntry[];
  readonly counts: readonly KindCount[];
}

/** What was promised, each against the hearings of its kind; without a kind, against what was counted by hand. */
export function planOf({ plan, counts }: SeasonNumbers) {
  return plan.map(({ id, label, kind, promised, held, dueOn }) => {
    const found = countsOf(counts, kind);
    if (kind === null) found.held = held ?? 0;
    return { id, label, kind, promised, outstanding: Math.max(0, promised - found.held), dueOn, ...found };
  });
}

export function kindsOf({ plan, counts }: SeasonNumbers) {
  return HEARING_KINDS.map((kind) => {
    const promises = plan.filter((item) => item.kind === kind);
    const promised = promises.reduce((sum, item) => sum + item.promised, 0);
    return { kind, promised: promises.length === 0 ? null : promised, ...countsOf(counts, kind) };
  });
}

function countsOf(counts: readonly KindCount[], kind: HearingKind | null): Counts {
  const found = Object.fromEntries(SEASON_STATES.map((state) => [state, 0])) as Counts;
  for (const each of counts) if (each.kind === kind) found[each.state] += each.hearings;
  return found;
}
