import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { personNotFound, personSits } from '../commission.errors.js';
import { labelOfPerson } from '../commission.policy.js';
import { labelOfRecusal } from '../matters/matter.policy.js';
import { RecusalRepository } from '../matters/recusal.repository.js';
import { type CreatePersonDto, type ListPeopleQuery, PersonDto, type UpdatePersonDto } from './person.dto.js';
import { PERSON_ORDER, PersonRepository } from './person.repository.js';

@Injectable()
export class PersonService {
  constructor(
    private readonly gate: Gate,
    private readonly people: PersonRepository,
    private readonly recusals: RecusalRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListPeopleQuery, wantsTotal: boolean): Promise<Page<PersonDto>> {
    return this.pager.page({
      list: 'people',
      query,
      order: PERSON_ORDER,
      fetch: (keyset) => this.people.list(keyset),
      item: (row) => PersonDto.from(row),
      ...(wantsTotal && { total: () => this.people.count() }),
    });
  }

  async get(id: string): Promise<PersonDto> {
    const row = await this.people.find(id);
    if (!row) throw personNotFound();
    return PersonDto.from(row);
  }

  /** Whether the caller may name this person: hidden and absent are the same. */
  async isKnown(id: string): Promise<boolean> {
    return (await this.people.find(id)) !== null;
  }

  /** Holds the person's row until the write ends; null: absent or hidden. */
  async hold(id: string): Promise<{ listed: boolean } | null> {
    return this.people.lock(id);
  }

  async create(input: CreatePersonDto, key?: string): Promise<PersonDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createPerson',
        payload: input,
        create: () => this.enter(input),
      }),
    );
    return this.get(id);
  }

  /** @throws DomainError 404 PERSON_NOT_FOUND, 409 PERSON_SITS, 412 STALE */
  async update(id: string, ifMatch: readonly string[] | '*', input: UpdatePersonDto): Promise<PersonDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const person = await this.people.lock(id);
      if (!person) throw personNotFound();
      await this.freshness.assert(ifMatch, person);
      const listed = change.listed ?? person.listed;
      if (person.listed && !listed && (await this.people.sits(id))) throw personSits();
      await this.people.update(id, { ...change, ...labelOfPerson({ listed }) });
      if (listed !== person.listed) await this.recusals.relabelOf(id, labelOfRecusal({ listed }));
      await this.audit.record('person.updated', 'person', id, { listed, fields: Object.keys(change) });
    });
    return this.get(id);
  }

  /** Enters somebody within the write of a use case that needs them, and answers their id. */
  async enter(input: CreatePersonDto): Promise<string> {
    const id = randomUUID();
    const listed = input.listed ?? false;
    await this.people.insert({ id, ...given(input), listed, ...labelOfPerson({ listed }) });
    await this.audit.record('person.created', 'person', id, { listed });
    return id;
  }
}
