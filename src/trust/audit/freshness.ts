import { Injectable } from '@nestjs/common';
import { assertFresh, DomainError } from '#src/foundation/common/index.js';
import { Gate } from '#src/trust/access/index.js';

interface LastChange {
  at: Date;
  actor: string;
  fields: readonly string[] | null;
}

/** Refuses a change to a record that is not as its writer saw it, and tells staff whose change came before. */
@Injectable()
export class Freshness {
  constructor(private readonly gate: Gate) {}

  /**
   * Call it within the write, after the gate.
   *
   * @throws DomainError 412 STALE with the current ETag; `errors` names the fields of the last change, who made it and when
   */
  async assert(ifMatch: readonly string[] | '*', record: { id: string; revision: string }): Promise<void> {
    try {
      assertFresh(ifMatch, record.revision);
    } catch (error) {
      throw error instanceof DomainError ? await this.explained(error, record.id) : error;
    }
  }

  private async explained(stale: DomainError, id: string): Promise<DomainError> {
    if (!this.gate.isDesk()) return stale;
    const [last] = await this.gate.rows<LastChange & Record<string, unknown>>({
      name: 'audit.last-change',
      text: 'select at, actor, fields from audit.last_change($1)',
      values: [id],
    });
    if (!last) return stale;
    const detail = `changed by ${last.actor} at ${last.at.toISOString()}`;
    const fields = last.fields?.length ? last.fields : [''];
    return new DomainError(stale.kind, stale.code, stale.detail, {
      headers: stale.headers,
      errors: fields.map((field) => ({ pointer: field && `/${field}`, code: 'CHANGED', detail })),
    });
  }
}
