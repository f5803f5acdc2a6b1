import { Injectable } from '@nestjs/common';
import { HearingParts } from '#src/record/hearings/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { StandingRecord } from '../../minutes/standing-record.js';
import type { RollCallDto } from '../motion-input.dto.js';
import { needsQuorum } from '../motion-kind.js';
import { MotionRoom } from '../motion-room.js';
import type { MotionDto } from '../motion.dto.js';
import { assertInSession, assertSessionOpen, bookOf } from '../motion.policy.js';
import { MotionRepository } from '../motion.repository.js';
import { MotionService } from '../motion.service.js';
import { motionDecided, quorumLost, votedBeforeMoved } from '../motions.errors.js';
import { assertRollCall, recusedIn } from './roll-call.policy.js';
import { outcomeOf, tallyOf } from './vote-policy.js';
import { assertPast } from '../../quorum/held.js';

/** How everybody on the bench voted on a motion, written down at once. */
@Injectable()
export class RollCallService {
  constructor(
    private readonly parts: HearingParts,
    private readonly service: MotionService,
    private readonly motions: MotionRepository,
    private readonly room: MotionRoom,
    private readonly standing: StandingRecord,
    private readonly audit: AuditLog,
  ) {}

  record(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    { votedAt, votes }: RollCallDto,
  ): Promise<MotionDto> {
    const at = votedAt === undefined ? new Date() : new Date(votedAt);
    const input = { votedAt, votes };
    return this.parts.update(this.service.kind, hearingId, id, ifMatch, input, async (hearing, motion) => {
      const { agendaItemId, sessionId, movedAt, kind, threshold, voteOf } = motion;
      if (at < movedAt) throw votedBeforeMoved();
      assertPast(at, '/votedAt');
      const room = await this.room.at({ hearing, agendaItemId, sessionId, at });
      assertRollCall(votes, room);
      if (motion.outcome !== 'pending') throw motionDecided();
      assertInSession(hearing.status);
      assertSessionOpen(room.session, room.hasSessions);
      if (needsQuorum(kind) && !room.hasQuorum(recusedIn(votes, room))) throw quorumLost();
      await this.standing.assertOpen(hearingId, bookOf(hearing.kind, motion));
      const tally = tallyOf(votes);
      const outcome = outcomeOf({ threshold, of: voteOf }, tally, room.house);
      await this.motions.insertVotes(id, votes);
      await this.motions.update(id, { outcome, votedAt: at });
      await this.audit.record('motion.voted', 'motion', id, { hearing: hearingId, outcome, ...tally });
    });
  }
}
