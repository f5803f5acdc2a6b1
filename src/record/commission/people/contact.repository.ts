import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { PersonContact } from './contact.entity.js';

export interface ContactRow {
  email: string | null;
  phone: string | null;
  address: string | null;
  note: string | null;
  revision: string;
}

@Injectable()
export class ContactRepository {
  constructor(private readonly gate: Gate) {}

  async find(personId: string): Promise<ContactRow | null> {
    const readable = this.gate.readable('k', 2);
    const [row] = await this.gate.rows<ContactRow & Record<string, unknown>>({
      name: `contacts.find ${readable.form}`,
      text: `select k.email, k.phone, k.address, k.note, k.revision from person_contact k
              where k.person_id = $1 and ${readable.sql}`,
      values: [personId, ...readable.values],
    });
    return row ?? null;
  }

  /** Whoever asks holds the person's row. */
  async held(personId: string): Promise<PersonContact | null> {
    return currentManager().findOne(PersonContact, { where: { personId } });
  }

  async insert(contact: Partial<PersonContact>): Promise<void> {
    await currentManager().insert(PersonContact, contact);
  }

  async update(id: string, change: Partial<PersonContact>): Promise<void> {
    await currentManager().update(PersonContact, { id }, change);
  }
}
