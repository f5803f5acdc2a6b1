import { type DomainError, notFound } from '#src/foundation/common/index.js';

export const fileNotFound = (): DomainError => notFound('FILE_NOT_FOUND', 'file');
