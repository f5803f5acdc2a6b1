import type { ItemFact, MinutesFacts, MotionFact, WitnessFact } from './facts.js';
import { motion } from './motion.js';
import { bullets, inline, section } from './wording.js';

/** Item by item: who was heard, what was moved, what came of it; at the end what belongs to none. */
export function items({ items: agenda, witnesses, motions }: MinutesFacts): string[] {
  const known = new Set(agenda.map(({ id }) => id));
  const numbered = agenda.map((item, at) => {
    const own = <T extends { itemId: string | null }>(facts: readonly T[]): T[] =>
      facts.filter(({ itemId }) => itemId === item.id);
    return itemSection(item, at + 1, own(witnesses), own(motions));
  });
  const rest = <T extends { itemId: string | null }>(facts: readonly T[]): T[] =>
    facts.filter(({ itemId }) => itemId === null || !known.has(itemId));
  const other = section('### Beside the agenda', said(rest(witnesses), rest(motions)));
  return other === null ? numbered : [...numbered, other];
}

function itemSection(
  item: ItemFact,
  number: number,
  witnesses: readonly WitnessFact[],
  motions: readonly MotionFact[],
): string {
  const heading = `### ${number}. ${inline(item.title)}${item.consent ? ' (consent)' : ''}`;
  return [
    heading,
    ...(item.authority === null ? [] : [`Under ${inline(item.authority)}.`]),
    ...(item.exceptionCitation === null || item.exceptionReason === null
      ? []
      : [
          `Taken up after the notice under ${inline(item.exceptionCitation)}: ${inline(item.exceptionReason)}`,
        ]),
    ...said(witnesses, motions),
  ].join('\n\n');
}

function said(witnesses: readonly WitnessFact[], motions: readonly MotionFact[]): string[] {
  const heard = witnesses.length === 0 ? [] : ['Heard:', bullets(witnesses.map(witness))];
  return [...heard, ...motions.map(motion)];
}

function witness({ name, position, organisation, mode, oath, compelled }: WitnessFact): string {
  const who = [name, position, organisation].filter((part) => part !== null).map(inline);
  const how = [
    oath === 'sworn' ? 'sworn' : oath === 'affirmed' ? 'affirmed' : null,
    compelled ? 'under subpoena' : null,
    mode === 'in_person' ? null : mode === 'remote' ? 'remote' : 'in writing',
  ].filter((part) => part !== null);
  return how.length === 0 ? who.join(', ') : `${who.join(', ')} (${how.join(', ')})`;
}
