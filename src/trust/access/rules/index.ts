export { type Actor, PUBLIC_ACTOR, type Recusal, recusedMatters, type Via } from './actor.js';
export { type Audience, AUDIENCES, isOnLadder, narrower } from './audience.js';
export { decide } from './decide.js';
export { effectiveAudience, type Label, ordinary, type OwnLabel } from './label.js';
export { isPublicReader, type Predicate, readable } from './predicate.js';
export {
  audiencesOf,
  RECUSED_FROM,
  type Role,
  ROLES,
  RULES,
  type RuleTable,
  type Verb,
  VERBS,
} from './rules.js';
