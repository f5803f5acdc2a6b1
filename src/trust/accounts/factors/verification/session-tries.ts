import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { openedSession } from '../../sessions/session-store.js';
import { noFactorAsked } from '../factor.errors.js';

/** So many answers does one sign-in have; then it has to begin with the password again. */
const TRIES = 5;

/** What a session that waits for a second factor has left. Within a unit of work. */
@Injectable()
export class SessionTries {
  /**
   * Uses one up before the answer is looked at, and holds the session until it is judged, so that a thousand answers
   * at once are no more than five.
   */
  async take(): Promise<void> {
    const [rows] = await currentManager().query<[unknown[], number]>(
      `update account_session set tries = tries + 1
        where id = $1 and stage = 'second_factor' and ended_at is null returning id`,
      [openedSession()?.session_id ?? null],
    );
    if (rows.length === 0) throw noFactorAsked();
  }

  /** The challenge that was given to this session, now used up; null if there is none, or it is too old. */
  async takeChallenge(): Promise<string | null> {
    const id = openedSession()?.session_id ?? null;
    const [row] = await currentManager().query<{ value: string }[]>(
      `select data->'challenge'->>'value' as value from account_session
        where id = $1 and data->'challenge'->>'purpose' = 'assertion'
          and (data->'challenge'->>'expiresAt')::bigint > $2`,
      [id, Date.now()],
    );
    await currentManager().query(`update account_session set data = data - 'challenge' where id = $1`, [id]);
    return row?.value ?? null;
  }

  /** Whether that was the last one; then the session is over. */
  async endIfSpent(): Promise<boolean> {
    const [rows] = await currentManager().query<[unknown[], number]>(
      `update account_session set ended_at = now(), data = '{}' where id = $1 and tries >= $2 returning id`,
      [openedSession()?.session_id ?? null, TRIES],
    );
    return rows.length > 0;
  }
}
