import { Injectable } from '@nestjs/common';
import { Database, type NamedQuery, type Row, UnitOfWork } from '#src/foundation/database/index.js';
import { type Actor, currentActor } from '#src/trust/access/index.js';
import { DOORKEEPER } from '../operator.js';

/**
 * The one way from the accounts' use cases to their tables: as `hearth_accounts`, a database role that reads no
 * record of the commission. Who may do what, the guard and the use cases say.
 */
@Injectable()
export class AccountsDesk {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Whoever acts: the doorkeeper until somebody is known. */
  actor(): Actor & { readonly id: string } {
    const { id, ...actor } = currentActor();
    return id === null ? { ...DOORKEEPER, id: DOORKEEPER.id! } : { ...actor, id };
  }

  rows<T extends Row>(query: NamedQuery): Promise<T[]> {
    return this.database.rows<T>(this.session(), query);
  }

  /** A use case that writes, in one transaction with its audit row. */
  write<T>(work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(this.session(), work);
  }

  private session(): { role: 'hearth_accounts'; person: string } {
    return { role: 'hearth_accounts', person: this.actor().id };
  }
}
