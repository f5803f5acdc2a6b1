/** One word of a term as the index knows it, and how many positions after the one before it. */
export interface Step {
  readonly lexeme: string;
  readonly after: number;
  readonly prefix: boolean;
}

const WORD = String.raw`'((?:[^'\\]|''|\\.)+)'`;
const SEQUENCE = new RegExp(String.raw`\s*(?:<(-|\d+)>\s*)?${WORD}`, 'gy');

/**
 * Reads what `phraseto_tsquery` writes, `'park' <-> 'mandat'`, so that a term can be found again among a passage's
 * positions. Empty for a term of which the language keeps nothing ("the").
 */
export function stepsOf(tsquery: string, prefix: boolean): Step[] {
  const steps: Step[] = [];
  SEQUENCE.lastIndex = 0;
  for (let found = SEQUENCE.exec(tsquery); found; found = SEQUENCE.exec(tsquery)) {
    const distance = found[1];
    steps.push({
      lexeme: found[2]!.replaceAll("''", "'").replaceAll(/\\(.)/g, '$1'),
      after: steps.length === 0 ? 0 : distance === undefined || distance === '-' ? 1 : Number(distance),
      prefix: false,
    });
  }
  return prefix ? steps.map((step, i) => (i === steps.length - 1 ? { ...step, prefix } : step)) : steps;
}
