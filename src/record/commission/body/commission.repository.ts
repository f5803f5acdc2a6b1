import { Injectable } from '@nestjs/common';
import { currentManager, type NamedQuery } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { CommissionSearch } from '../shared/commission-search.js';
import { Commission, COMMISSION_ID } from './commission.entity.js';
import type { LegalProfile } from './legal-profile.js';

export interface CommissionRow {
  name: string;
  mandate: string | null;
  foundedOn: string | null;
  dissolvedOn: string | null;
  legalProfile: LegalProfile;
  quorum: number | null;
  timeZone: string;
  language: string;
  revision: string;
}

const COLUMNS = `c.name, c.mandate, c.founded_on::text as "foundedOn", c.dissolved_on::text as "dissolvedOn",
  c.legal_profile as "legalProfile", c.quorum, c.time_zone as "timeZone", c.language, c.revision`;

@Injectable()
export class CommissionRepository {
  constructor(
    private readonly gate: Gate,
    private readonly search: CommissionSearch,
  ) {}

  async find(): Promise<CommissionRow> {
    const [row] = await this.gate.rows<CommissionRow>(this.finding());
    if (!row) throw new Error('the one row of the commission is gone');
    return row;
  }

  /** What `find` asks, for whoever asks it together with more. */
  finding(): NamedQuery {
    const readable = this.gate.readable('c', 2);
    return {
      name: `commission.find ${readable.form}`,
      text: `select ${COLUMNS} from commission c where c.id = $1 and ${readable.sql}`,
      values: [COMMISSION_ID, ...readable.values],
    };
  }

  async lock(): Promise<Commission> {
    return currentManager().findOneOrFail(Commission, {
      where: { id: COMMISSION_ID },
      lock: { mode: 'for_no_key_update' },
    });
  }

  async update(change: Partial<Commission>): Promise<void> {
    await currentManager().update(Commission, { id: COMMISSION_ID }, change);
    if (change.language !== undefined) await this.search.putAll();
  }
}
