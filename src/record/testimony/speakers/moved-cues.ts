import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';

export interface CueMove {
  transcriptId: string;
  /** Whose cues, */
  from: readonly string[];
  /** and which of them: first and last number. */
  range?: readonly [first: number, last: number];
  to: string;
  edit: number;
  reason: string;
  by: string;
}

const WHICH = `c.transcript_id = $1 and c.speaker_id = any ($2::uuid[]) and c.number between $3 and $4`;
const state = (speaker: string): string =>
  `jsonb_build_object('start', c.start_seconds, 'end', c.end_seconds, 'text', c.text,
     'speakerId', ${speaker}.id, 'speaker', ${speaker}.label)`;

/** Gives cues to another speaker, each with its row of history. */
@Injectable()
export class MovedCues {
  /** @returns how many */
  async move({
    transcriptId,
    from,
    range = [0, 2_147_483_647],
    to,
    edit,
    reason,
    by,
  }: CueMove): Promise<number> {
    const which = [transcriptId, from, ...range];
    const manager = currentManager();
    await manager.query(
      `insert into cue_edit (transcript_id, cue_number, edit, reason, before, after, edited_by)
       select c.transcript_id, c.number, $6, $7, ${state('was')}, ${state('becomes')}, $8
         from cue c join speaker was on was.id = c.speaker_id join speaker becomes on becomes.id = $5
        where ${WHICH}`,
      [...which, to, edit, reason, by],
    );
    const [, moved] = await manager.query<[unknown, number]>(
      `update cue c set speaker_id = $5, edit = $6 where ${WHICH}`,
      [...which, to, edit],
    );
    return moved;
  }
}
