import { COMMISSION_ENTITIES } from './record/commission/index.js';
import { HEARING_ENTITIES } from './record/hearings/index.js';
import { PROCEEDINGS_ENTITIES } from './record/proceedings/index.js';
import { TESTIMONY_ENTITIES } from './record/testimony/index.js';
import { ACCOUNTS_ENTITIES } from './trust/accounts/index.js';

/** Every entity of every room: the model that writes use and that the migrations are checked against. */
export const ENTITIES = [
  ...ACCOUNTS_ENTITIES,
  ...COMMISSION_ENTITIES,
  ...HEARING_ENTITIES,
  ...PROCEEDINGS_ENTITIES,
  ...TESTIMONY_ENTITIES,
];
