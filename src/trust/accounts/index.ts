import { ActorRecord } from './entities/actor.entity.js';
import { ApiKeyRecord } from './entities/api-key.entity.js';

export { AccountsModule } from './accounts.module.js';
export { formatKey, hashOf, type Key, newKey, parseBearer } from './key.js';
export { type AccountHolder, KeyRegister, type ListedKey, type NewKey } from './key-register.js';
export { OPERATOR } from './operator.js';

export const ACCOUNTS_ENTITIES = [ActorRecord, ApiKeyRecord];
