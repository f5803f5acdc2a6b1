import { Injectable } from '@nestjs/common';
import { RecusalService } from '#src/record/commission/index.js';
import type { Warning } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import { SittingService } from '../quorum/sitting.service.js';
import type { MotionRow } from './motion.repository.js';
import { roomOf } from './room-then.js';
import { warningsOfVote } from './voting/vote-warnings.js';

type Voted = MotionRow & { readonly outcome: 'carried' | 'lost'; readonly votedAt: Date };

/** For the desk, which can still mend it: what a vote stood on and does not any more. */
@Injectable()
export class MotionWarnings {
  constructor(
    private readonly gate: Gate,
    private readonly sittings: SittingService,
    private readonly recusals: RecusalService,
  ) {}

  /** By the motions' ids; three statements at most, however many there are. */
  async of(hearingId: string, rows: readonly MotionRow[]): Promise<ReadonlyMap<string, readonly Warning[]>> {
    const voted = rows.filter(isVoted);
    if (voted.length === 0 || !this.gate.isDesk()) return new Map();
    const attended = await this.sittings.read(
      hearingId,
      voted.map(({ votedAt }) => votedAt),
    );
    const recused = await this.recusedOf(voted);
    return new Map(
      voted.map((row) => {
        const { id, sessionId, votedAt: at, threshold, voteOf, kind, outcome, votes } = row;
        const room = roomOf(attended, { sessionId, at, recused: recused.get(id) ?? new Set() });
        return [id, warningsOfVote({ kind, outcome, votes, threshold, of: voteOf }, room)];
      }),
    );
  }

  private async recusedOf(voted: readonly Voted[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const occasions = voted.flatMap(({ id, matterId, votedAt: at }) =>
      matterId === null ? [] : [{ id, matterId, at }],
    );
    const recused = await this.recusals.recusedAt(occasions);
    return new Map(occasions.map(({ id }, index) => [id, recused[index] ?? new Set()]));
  }
}

const isVoted = (row: MotionRow): row is Voted =>
  row.votedAt !== null && (row.outcome === 'carried' || row.outcome === 'lost');
