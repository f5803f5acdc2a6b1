import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { personNotFound } from '../commission.errors.js';
import { labelOfContact } from '../commission.policy.js';
import { ContactDto, type ReplaceContactDto } from './contact.dto.js';
import { ContactRepository, type ContactRow } from './contact.repository.js';
import { PersonService } from './person.service.js';

/** Nothing is known yet: an answer like any other, so that a first entry has a tag to name and two cannot both be first. */
const NOTHING: ContactRow = {
  email: null,
  phone: null,
  address: null,
  note: null,
  revision: '00000000-0000-0000-0000-000000000000',
};

@Injectable()
export class ContactService {
  constructor(
    private readonly gate: Gate,
    private readonly contacts: ContactRepository,
    private readonly people: PersonService,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  /** @throws DomainError 404 PERSON_NOT_FOUND */
  async get(personId: string): Promise<ContactDto> {
    if (!(await this.people.isKnown(personId))) throw personNotFound();
    return ContactDto.from((await this.contacts.find(personId)) ?? NOTHING);
  }

  /** @throws DomainError 404 PERSON_NOT_FOUND, 412 STALE */
  async replace(
    personId: string,
    ifMatch: readonly string[] | '*',
    input: ReplaceContactDto,
  ): Promise<ContactDto> {
    const { email = null, phone = null, address = null, note = null } = input;
    await this.gate.write(async () => {
      if (!(await this.people.hold(personId))) throw personNotFound();
      const before = await this.contacts.held(personId);
      await this.freshness.assert(ifMatch, before ?? { id: personId, revision: NOTHING.revision });
      const contact = { email, phone, address, note, ...labelOfContact() };
      const id = before?.id ?? randomUUID();
      if (before) await this.contacts.update(id, contact);
      else await this.contacts.insert({ id, personId, ...contact });
      await this.audit.record('person_contact.replaced', 'person_contact', id, {
        personId,
        fields: Object.keys(NOTHING).filter((field) => field !== 'revision'),
      });
    });
    return this.get(personId);
  }
}
