import { Injectable } from '@nestjs/common';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { PersonService } from '../../people/person.service.js';
import { commissionerNotFound, termNotFound } from '../bench.errors.js';
import { Appointments } from './appointments.js';
import { type CreateTermDto, type ListTermsQuery, TermDto, type UpdateTermDto } from './term.dto.js';
import { TERM_ORDER, TermRepository } from './term.repository.js';

@Injectable()
export class TermService {
  constructor(
    private readonly gate: Gate,
    private readonly terms: TermRepository,
    private readonly people: PersonService,
    private readonly appointments: Appointments,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async list(personId: string, query: ListTermsQuery, wantsTotal: boolean): Promise<Page<TermDto>> {
    if (!(await this.people.isKnown(personId))) throw commissionerNotFound();
    return this.pager.page({
      list: `terms ${personId}`,
      query,
      order: TERM_ORDER,
      fetch: (keyset) => this.terms.list(personId, keyset),
      item: (row) => TermDto.from(row),
      ...(wantsTotal && { total: () => this.terms.count(personId) }),
    });
  }

  async get(personId: string, id: string): Promise<TermDto> {
    const row = await this.terms.find(personId, id);
    if (!row) throw termNotFound();
    return TermDto.from(row);
  }

  /** @throws DomainError 404 COMMISSIONER_NOT_FOUND; as `Appointments.appoint` */
  async create(personId: string, input: CreateTermDto, key?: string): Promise<TermDto> {
    const id = await this.gate.write(async () => {
      // Whoever fills two posts with one person at once takes turns here, and meets the constraint, not a deadlock.
      const person = await this.people.hold(personId);
      if (!person) throw commissionerNotFound();
      const { listed } = person;
      return this.idempotency.once({
        key,
        operation: `createTerm ${personId}`,
        payload: input,
        create: () => this.appointments.appoint({ id: personId, listed, pointer: '/postId' }, input),
      });
    });
    return this.get(personId, id);
  }

  /** @throws DomainError 404 TERM_NOT_FOUND, 412 STALE; as `Appointments.appoint` */
  async update(
    personId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateTermDto,
  ): Promise<TermDto> {
    const change = given(input);
    await this.gate.write(async () => {
      if (!(await this.people.hold(personId))) throw termNotFound();
      const found = await this.terms.find(personId, id);
      if (!found) throw termNotFound();
      const post = await this.appointments.hold(found.postId);
      const before = await this.terms.lock(personId, id);
      if (!before) throw termNotFound();
      await this.freshness.assert(ifMatch, before);
      await this.appointments.change(post, before, change);
      await this.audit.record('term.updated', 'membership', id, { fields: Object.keys(change) });
    });
    return this.get(personId, id);
  }
}
