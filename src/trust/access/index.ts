export { AccessModule } from './access.module.js';
export { actAs, currentActor, setActor } from './current-actor.js';
export { Gate, sessionOf } from './gate.js';
export { AUTHENTICATOR, type Authenticator } from './guard/authenticator.js';
export { Public, PUBLIC_SCOPE, Requires, REQUIRES } from './guard/decorators.js';
export { Permission, SCOPE_OF, type Scope, SCOPES } from './guard/permission.js';
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
} from './rules/index.js';
