import type { MotionFact, VoteFact } from './facts.js';
import { bullets, counted, inline } from './wording.js';

type Choice = VoteFact['choice'];

const CHOICES: readonly (readonly [Choice, label: string, one: string, many: string])[] = [
  ['aye', 'Ayes', 'aye', 'ayes'],
  ['no', 'Noes', 'no', 'noes'],
  ['abstain', 'Abstentions', 'abstention', 'abstentions'],
  ['recused', 'Recused', 'recused', 'recused'],
  ['absent', 'Absent', 'absent', 'absent'],
];

const OUTCOMES: Readonly<Record<MotionFact['outcome'], string>> = {
  pending: 'No vote was taken.',
  carried: 'Carried.',
  lost: 'Lost.',
  withdrawn: 'Withdrawn.',
};

/** A motion, what came of it, and how everybody voted. */
export function motion(fact: MotionFact): string {
  const { text, mover, seconder, votes } = fact;
  // Our word first: a name can look like the beginning of a heading.
  const who = mover === null ? 'Moved' : `Moved by ${inline(mover)}`;
  const second = seconder === null ? '' : ` Seconded by ${inline(seconder)}.`;
  const said = `${who}: ${full(inline(text))}${second} ${result(fact)}`;
  return votes.length === 0
    ? said
    : `${said}\n\n${bullets(CHOICES.map((choice) => rollCall(choice, votes)))}`;
}

function result({ outcome, withdrawnReason, votes }: MotionFact): string {
  const word = `**${OUTCOMES[outcome]}**`;
  if (withdrawnReason !== null) return `${word} ${full(inline(withdrawnReason))}`;
  if (votes.length === 0) return word;
  const counts = CHOICES.flatMap(([choice, , one, many]) => {
    const count = votes.filter((vote) => vote.choice === choice).length;
    return count === 0 && choice !== 'aye' && choice !== 'no' ? [] : [counted(count, one, many)];
  });
  return `${word} ${counts.join(', ')}.`;
}

function rollCall(
  [choice, label]: readonly [Choice, string, ...unknown[]],
  votes: readonly VoteFact[],
): string | null {
  const cast = votes.filter((vote) => vote.choice === choice);
  if (cast.length === 0) return null;
  const names = cast.map(({ name, matter }) => {
    const who = name === null ? 'a member' : inline(name);
    return matter === null || choice !== 'recused' ? who : `${who} (${inline(matter)})`;
  });
  return `${label}: ${names.join(', ')}`;
}

const full = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
