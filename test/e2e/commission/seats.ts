import { Client } from 'pg';
import type { Desk } from '../hearings/hearings.support.js';

export interface SeatSpec {
  readonly label: string;
  readonly sectorId?: string | undefined;
  readonly from?: string;
  readonly to?: string | null;
}

export interface TermSpec {
  readonly personId: string;
  readonly postId: string;
  readonly from: string;
  readonly to?: string | null;
  readonly appointedBy?: string;
  readonly acting?: boolean;
}

/** Seats and terms put straight into the tables: what is tested beside them must not hang on how they are made. */
export async function openSeats(desk: Desk) {
  const client = new Client({ connectionString: desk.database.adminUrl });
  await client.connect();
  const insert = async (sql: string, values: unknown[]): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(`${sql} returning id`, values);
    return rows[0]!.id;
  };
  return {
    seat: ({ label, sectorId, from = '2000-01-01', to = null }: SeatSpec) =>
      insert(
        `insert into post (kind, label, sector_id, starts_on, ends_on, own_audience, protected)
           values ('seat', $1, $2, $3, $4, 'public', false)`,
        [label, sectorId ?? null, from, to],
      ),
    term: ({ personId, postId, from, to = null, appointedBy, acting = false }: TermSpec) =>
      insert(
        `insert into membership (person_id, post_id, kind, starts_on, ends_on, appointed_by_id, acting, own_audience, protected)
           values ($1, $2, 'seat', $3, $4, $5, $6, 'public', false)`,
        [personId, postId, from, to, appointedBy ?? null, acting],
      ),
    close: () => client.end(),
  };
}
