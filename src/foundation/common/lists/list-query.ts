import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

export const DEFAULT_LIMIT = 25;
export const MAX_LIMIT = 250;

/**
 * What every list takes. A room's query extends it, adds its filters, and `sort` when it can be sorted:
 *
 *     export class ListHearingsQuery extends ListQuery {
 *       @SortBy(HEARING_ORDER)
 *       sort?: string;
 *
 *       @ApiPropertyOptional({ name: 'startsAt[gte]', format: 'date-time' })
 *       @IsOptional()
 *       @Instant()
 *       'startsAt[gte]'?: string;
 *     }
 *
 * The key is flat, brackets and all, because the query parser is Node's own (`simple`): nothing a client writes
 * can become an object. OpenAPI shows it as a parameter named `startsAt[gte]`. What is not declared is 400
 * `UNKNOWN_PARAMETER`, a parameter given twice 400 `TYPE`.
 */
export class ListQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_LIMIT,
    default: DEFAULT_LIMIT,
    description: `How many items a page holds. Less than 1 is read as 1, more than ${MAX_LIMIT} as ${MAX_LIMIT}.`,
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => clampLimit(value))
  @IsInt({ message: 'limit must be a whole number' })
  limit?: number;

  @ApiPropertyOptional({
    description:
      'The `next` or `prev` of a page that the same caller asked for with the same other parameters; only `limit` may differ. Opaque.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(4096)
  cursor?: string;
}

/** A list's query as the pager reads it. */
export type SortedQuery = ListQuery & { sort?: string };

export function limitOf(query: ListQuery): number {
  return query.limit ?? DEFAULT_LIMIT;
}

function clampLimit(value: unknown): unknown {
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value)) return value;
  return Math.min(Math.max(Number(value), 1), MAX_LIMIT);
}
