import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';

/** Records of the commission that a part of a hearing may name. */
@Injectable()
export class KnownRecords {
  constructor(private readonly gate: Gate) {}

  /** Whether the caller may name it: hidden and absent are the same. */
  async isKnown(table: 'sector' | 'matter', id: string): Promise<boolean> {
    const readable = this.gate.readable('x', 2);
    const rows = await this.gate.rows({
      name: `${table}.known ${readable.form}`,
      text: `select from ${table} x where x.id = $1 and ${readable.sql}`,
      values: [id, ...readable.values],
    });
    return rows.length > 0;
  }
}
