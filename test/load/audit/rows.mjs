import { measureVerify } from './verify.mjs';
import { measureWrites } from './writes.mjs';

const GOAL_SECONDS = 60;
const GOAL_RATIO = 0.7;
const fixed = (number, digits = 2) => number.toFixed(digits);

/** The lines of the report about the log. */
export async function auditRows(settings, say) {
  const { rows, results } = await measureVerify(settings.auditRows, say);
  say('writes at 50 connections');
  const { bare, logged, ratio, spread, connections } = await measureWrites(settings, say);
  return [
    ...results.map(({ name, named, isRight, seconds, cpu }) => [
      `verify ${rows} entries: ${name}`,
      `< ${GOAL_SECONDS} s, named rightly`,
      `${fixed(seconds)} s, own CPU ${fixed(cpu, 1)} s`,
      isRight && seconds < GOAL_SECONDS ? 'met' : 'missed',
      '-',
      named,
      '-',
    ]),
    [
      `writes at ${connections} connections, with the log`,
      `>= ${fixed(GOAL_RATIO)} of without`,
      `${fixed(ratio)} (${spread.map((each) => fixed(each)).join('-')})`,
      ratio >= GOAL_RATIO ? 'met' : 'missed',
      `${fixed(bare, 0)}/s`,
      `${fixed(logged, 0)}/s`,
      '-',
    ],
  ];
}
