import type { QueryResultRow } from 'pg';

/**
 * A hot read, written by hand beside the entity it reads. The name lets PostgreSQL keep its plan for the
 * connection, so one name must always stand for one text.
 */
export interface NamedQuery {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Row = QueryResultRow;
