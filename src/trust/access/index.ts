export { AccessModule } from './access.module.js';
export { actAs, currentActor, setActor } from './current-actor.js';
export { Gate, sessionOf } from './gate.js';
export { AUTHENTICATOR, type Authenticator } from './guard/authenticator.js';
export { Public, PUBLIC_SCOPE, Requires, REQUIRES, SIGNING_IN, SigningIn } from './guard/decorators.js';
export { GRANTED, Permission, REACH_OF, rolesGrant } from './guard/permission.js';
export { type AccessRefusal, REFUSAL_LOG, type RefusalLog } from './guard/refusal-log.js';
export { type Reach, type Scope, SCOPES } from './guard/scope.js';
export { Labelled } from './labelled.entity.js';
export {
  type Actor,
  type Audience,
  AUDIENCES,
  audiencesOf,
  decide,
  effectiveAudience,
  isPublicReader,
  type Label,
  narrower,
  ordinary,
  type OwnLabel,
  type Predicate,
  PUBLIC_ACTOR,
  readable,
  type Recusal,
  type Role,
  ROLES,
  RULES,
  type RuleTable,
  type Verb,
  VERBS,
  type Via,
} from './rules/index.js';
