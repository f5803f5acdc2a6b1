import { type Actor, recusedMatters } from './actor.js';
import { effectiveAudience, type Label } from './label.js';
import { audiencesOf, RECUSED_FROM, RULES, type RuleTable, type Verb } from './rules.js';

/** May this actor do this to a record with this label, now? Pure; the policies of the database say the same. */
export function decide(actor: Actor, label: Label, verb: Verb, now: Date, rules: RuleTable = RULES): boolean {
  const audience = effectiveAudience(label, now);
  if (!audiencesOf(actor.roles, verb, rules).includes(audience)) return false;
  const recused = label.matterId !== null && recusedMatters(actor, now).includes(label.matterId);
  if (!recused) return true;
  return verb === 'read' && !RECUSED_FROM.includes(audience);
}
