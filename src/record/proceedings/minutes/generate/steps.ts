import type { StepFact } from './facts.js';

const HOUR = 3_600_000;
const MARGIN = 12 * HOUR;

/**
 * The steps that were entered while the hearing sat. One that was entered days later, or for a hearing that is taken over
 * from elsewhere, tells when somebody sat at a desk and nothing of when the hearing was adjourned.
 */
export function stepsOfTheDay(
  steps: readonly StepFact[],
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date | null },
): StepFact[] {
  const from = startsAt.getTime() - MARGIN;
  const until = (endsAt ?? startsAt).getTime() + MARGIN;
  return steps.filter(({ at }) => at.getTime() >= from && at.getTime() <= until);
}
