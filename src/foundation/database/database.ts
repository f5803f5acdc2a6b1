import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { Pools } from './connections/pools.js';
import type { NamedQuery, Row } from './query.js';
import type { Session } from './connections/session.js';
import { currentTransaction } from './transaction.js';

/** `$1` is the person, `$2` the role: one statement sets everything the policies look at, for this transaction alone. */
const SETTINGS = {
  name: 'settings',
  text: "select set_config('hearth.person', $1, true), set_config('role', $2, true)",
};

/** Named reads on behalf of a session. */
@Injectable()
export class Database {
  constructor(private readonly pools: Pools) {}

  /**
   * Rows of one statement. Inside a unit of work it joins that transaction and so sees its writes; else the
   * public's go straight to their own pool and the signed-in's travel with their settings in one round trip.
   */
  async rows<T extends Row>(session: Session, given: NamedQuery): Promise<T[]> {
    const query = withShortName(given);
    const transaction = currentTransaction();
    if (transaction) return transaction.manager.query<T[]>(query.text, [...query.values]);
    if (session.role === 'hearth_public')
      return (await this.pools.public.query<T>(query as pg.QueryConfig)).rows;
    return this.pipelined<T>(session, query);
  }

  private async pipelined<T extends Row>(session: Session, query: NamedQuery): Promise<T[]> {
    const client = await this.pools.signedIn.connect();
    let broken = true;
    try {
      const answers = await Promise.allSettled([
        client.query('begin transaction read only'),
        client.query({ ...SETTINGS, values: [session.person ?? '', session.role] }),
        client.query<T>(query as pg.QueryConfig),
        client.query('commit'),
      ]);
      const failed = answers.find((answer) => answer.status === 'rejected');
      const commit = answers[3];
      // A connection that is not idle again would hand the next caller this caller's person and rows.
      broken = client.getTransactionStatus() !== 'I';
      if (failed) throw failed.reason;
      if (commit.status !== 'fulfilled' || commit.value.command !== 'COMMIT') {
        throw new Error('The read was not committed');
      }
      const result = answers[2];
      return result.status === 'fulfilled' ? result.value.rows : [];
    } finally {
      client.release(broken);
    }
  }
}

/** PostgreSQL cuts a statement's name at 63 bytes, and two that then look alike would be one. */
function withShortName(query: NamedQuery): NamedQuery {
  if (query.name.length <= 63) return query;
  return { ...query, name: createHash('sha1').update(query.name).digest('base64url') };
}
