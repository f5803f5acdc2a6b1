export { CommonModule } from './common.module.js';
export { requestContext, type RequestContext, runInContext, setCaller } from './context/request-context.js';
export { deriveKey } from './crypto/derive-key.js';
export { describeError, type ErrorDescription } from './errors/describe-error.js';
export {
  broken,
  DomainError,
  type DomainErrorOptions,
  type ErrorKind,
  type FieldError,
  invalid,
  notFound,
  notReady,
  unknownReferences,
} from './errors/domain-error.js';
export { domainErrorOf, sqlState } from './errors/postgres-errors.js';
export { ApiProblems, ProblemDto, ProblemFieldDto } from './errors/problem.dto.js';
export { ProblemFilter } from './errors/problem.filter.js';
export { IfMatch, parseIfMatch } from './etag/if-match.js';
export { assertFresh, etagOf, revisionOf, withRevision } from './etag/revision.js';
export { Tagged } from './etag/tagged.js';
export { configureHttp, type HttpConfig } from './http/configure-http.js';
export { openPages, type PageDoor, PAGES_PATH } from './http/page-door.js';
export { networkOf } from './http/network-key.js';
export { PAGE_POLICY } from './http/page-policy.js';
export type { ProblemAnswer } from './errors/problem.js';
export { ShapeGuard } from './http/shape.guard.js';
export { IdempotencyKey, parseIdempotencyKey } from './idempotency/idempotency-key.js';
export { canonicalJson, payloadHash } from './idempotency/payload-hash.js';
export { Include } from './lists/include.js';
export { type CursorBinding, CursorSealer, SECRET_KEY } from './lists/cursor-sealer.js';
export { Keyset, type Position } from './lists/keyset.js';
export { limitOf, ListQuery } from './lists/list-query.js';
export { type ListOrder, parseSort, SortBy, type SortKey } from './lists/order.js';
export type { Page } from './lists/page.js';
export { PagedResponse, setPageHeaders } from './lists/paged-response.js';
export { ApiCreates, ApiDeletes, ApiReads, ApiUpdates } from './openapi/operations.js';
export { Pager, type PageRequest } from './lists/pager.js';
export { prefersTotal, WantsTotal } from './lists/prefer.js';
export { NullableText } from './text/nullable-text.js';
export { escapeHtml } from './text/escape-html.js';
export { uuidOf } from './text/uuid-of.js';
export { isStorableText, StorableText, type StorableTextOptions } from './text/storable-text.js';
export { given, IfGiven } from './validation/given.js';
export { IanaTimeZone } from './validation/iana-time-zone.js';
export { isLanguageTag, LanguageTag } from './validation/language-tag.js';
export { Instant, isInstant } from './validation/instant.js';
export { isLocalDate, LocalDate, NullableLocalDate } from './validation/local-date.js';
export { isUuid, UuidParam } from './validation/uuid-param.js';
export { createValidationPipe } from './validation/validation.pipe.js';
