import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { PartRepository, type PartRow } from '#src/record/hearings/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { SignInPosition } from './sign-in-position.js';
import { SignIn } from './sign-in.entity.js';

export interface SignInRow extends PartRow {
  name: string | null;
  pseudonym: boolean;
  organisation: string | null;
  position: SignInPosition | null;
  wishesToSpeak: boolean;
  spokeAt: Date | null;
  contact: string | null;
  agendaItemId: string | null;
}

export interface SignInCountRow {
  inFavour: number;
  against: number;
  other: number;
  silent: number;
}

@Injectable()
export class SignInRepository extends PartRepository<SignIn, SignInRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: SignIn,
      table: 'sign_in',
      columns: `x.name, x.pseudonym, x.organisation, x.position, x.wishes_to_speak as "wishesToSpeak",
                x.spoke_at as "spokeAt", x.contact, i.id as "agendaItemId"`,
      joins: 'left join agenda_item i on i.id = x.agenda_item_id',
    });
  }

  /** null when the hearing is absent or hidden from the caller. */
  async counts(hearingId: string): Promise<SignInCountRow | null> {
    const readable = this.gate.readable('h', 2);
    const [row] = await this.gate.rows<SignInCountRow & Record<string, unknown>>({
      name: `sign_in.counts ${readable.form}`,
      text: `select coalesce(c.in_favour, 0) as "inFavour", coalesce(c.against, 0) as against,
                    coalesce(c.other, 0) as other, coalesce(c.silent, 0) as silent
               from hearing h left join sign_in_count c on c.hearing_id = h.id
              where h.id = $1 and ${readable.sql}`,
      values: [hearingId, ...readable.values],
    });
    return row ?? null;
  }

  /** Counts the sheet anew; for writers, who hold the hearing. */
  async recount(hearingId: string): Promise<void> {
    await currentManager().query(
      `insert into sign_in_count (hearing_id, in_favour, against, other, silent)
       select $1, count(*) filter (where position = 'for'), count(*) filter (where position = 'against'),
              count(*) filter (where position = 'other'), count(*) filter (where position is null)
         from sign_in where hearing_id = $1
       on conflict (hearing_id) do update set in_favour = excluded.in_favour, against = excluded.against,
              other = excluded.other, silent = excluded.silent`,
      [hearingId],
    );
  }
}
