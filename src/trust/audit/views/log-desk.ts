import { Injectable } from '@nestjs/common';
import {
  Database,
  type NamedQuery,
  type Row,
  type RoleQuery,
  UnitOfWork,
} from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';

/** The one way from a request to the log: as `hearth_auditor`, which shows each person what their roles may see of it. */
@Injectable()
export class LogDesk {
  constructor(
    private readonly gate: Gate,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  rows<T extends Row>(query: NamedQuery): Promise<T[]> {
    return this.database.rows<T>(this.session(), query);
  }

  /** The same in the form that the tree is read in. */
  readonly query: RoleQuery = <T extends object>(
    text: string,
    values: readonly unknown[] = [],
    name = text,
  ) => this.rows<T & Row>({ name, text, values });

  write<T>(work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(this.session(), work);
  }

  private session(): { role: 'hearth_auditor'; person: string | null } {
    return { role: 'hearth_auditor', person: this.gate.actor().id };
  }
}
