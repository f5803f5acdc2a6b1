import { type DomainError, notFound } from '#src/foundation/common/index.js';

export const planItemNotFound = (): DomainError => notFound('PLAN_ITEM_NOT_FOUND', 'item of the plan');
