import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import type { ApprovingHearing, ApprovingMotion, ApprovingSession } from './approval.policy.js';

@Injectable()
export class ApprovalRepository {
  constructor(private readonly gate: Gate) {}

  async hearing(id: string): Promise<ApprovingHearing | null> {
    const readable = this.gate.readable('h', 2);
    const [row] = await this.gate.rows<ApprovingHearing & Record<string, unknown>>({
      name: `minutes.approving-hearing ${readable.form}`,
      text: `select h.kind, h.status, h.noticed_at as "noticedAt", h.starts_at as "startsAt" from hearing h
              where h.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return row ?? null;
  }

  async session(hearingId: string, id: string): Promise<ApprovingSession | null> {
    const readable = this.gate.readable('s', 3);
    const [row] = await this.gate.rows<ApprovingSession & Record<string, unknown>>({
      name: `minutes.approving-session ${readable.form}`,
      text: `select s.closed, s.opened_at as "openedAt" from hearing_session s
              where s.hearing_id = $1 and s.id = $2 and ${readable.sql}`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }

  /** Held until the write ends: whoever withdraws it meanwhile waits, and then finds it used. */
  async motion(hearingId: string, id: string): Promise<ApprovingMotion | null> {
    const readable = this.gate.readable('m', 3);
    const [row] = await this.gate.rows<ApprovingMotion & Record<string, unknown>>({
      name: `minutes.approving-motion ${readable.form}`,
      text: `select m.kind, m.outcome, m.session_id as "sessionId", m.voted_at as "votedAt",
                    m.own_audience <> 'public' as closed
               from motion m where m.hearing_id = $1 and m.id = $2 and ${readable.sql} for share of m`,
      values: [hearingId, id, ...readable.values],
    });
    return row ?? null;
  }
}
