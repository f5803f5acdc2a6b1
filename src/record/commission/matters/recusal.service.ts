import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Page, Pager, unknownReferences } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { personNotFound } from '../commission.errors.js';
import { PersonService } from '../people/person.service.js';
import { notYourRecusal, recusalNotFound, recusalReversed } from './matter.errors.js';
import { labelOfRecusal } from './matter.policy.js';
import { MatterService } from './matter.service.js';
import {
  type CreateRecusalDto,
  type ListRecusalsQuery,
  RecusalDto,
  type UpdateRecusalDto,
} from './recusal.dto.js';
import { type MatterAt, RECUSAL_ORDER, RecusalRepository } from './recusal.repository.js';

@Injectable()
export class RecusalService {
  constructor(
    private readonly gate: Gate,
    private readonly recusals: RecusalRepository,
    private readonly matters: MatterService,
    private readonly people: PersonService,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  async list(personId: string, query: ListRecusalsQuery, wantsTotal: boolean): Promise<Page<RecusalDto>> {
    if (!(await this.people.isKnown(personId))) throw personNotFound();
    return this.pager.page({
      list: `recusals ${personId}`,
      query,
      order: RECUSAL_ORDER,
      fetch: (keyset) => this.recusals.list(personId, keyset),
      item: (row) => RecusalDto.from(row),
      ...(wantsTotal && { total: () => this.recusals.count(personId) }),
    });
  }

  async get(personId: string, id: string): Promise<RecusalDto> {
    const row = await this.recusals.find(personId, id);
    if (!row) throw recusalNotFound();
    return RecusalDto.from(row);
  }

  /** The ids of the people who are recused from the matter at that moment, as far as the caller sees it. */
  async recusedFrom(matterId: string, at: Date): Promise<ReadonlySet<string>> {
    return new Set(await this.recusals.personsRecused(matterId, at));
  }

  /** The same of several occasions, in their order: one statement. */
  async recusedAt(occasions: readonly MatterAt[]): Promise<readonly ReadonlySet<string>[]> {
    if (occasions.length === 0) return [];
    return (await this.recusals.personsRecusedAt(occasions)).map((persons) => new Set(persons));
  }

  /**
   * A clerk enters anybody's, a member their own. From the write on the gate obeys it.
   *
   * @throws DomainError 403 RECUSAL_NOT_YOURS, 404 PERSON_NOT_FOUND, 409 RECUSED_ALREADY, 422 RECUSAL_REVERSED,
   *   UNKNOWN_REFERENCE
   */
  create(personId: string, input: CreateRecusalDto, key?: string): Promise<RecusalDto> {
    return this.gate.write(async () => {
      const listed = await this.isListed(personId);
      const id = await this.idempotency.once({
        key,
        operation: `createRecusal ${personId}`,
        payload: input,
        create: () => this.insert(personId, listed, input),
      });
      const row = await this.recusals.findWritten(id);
      if (!row) throw recusalNotFound();
      return RecusalDto.from(row);
    });
  }

  /** @throws DomainError 404 RECUSAL_NOT_FOUND, 409 RECUSED_ALREADY, 412 STALE, 422 RECUSAL_REVERSED */
  async update(
    personId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateRecusalDto,
  ): Promise<RecusalDto> {
    await this.gate.write(async () => {
      const before = await this.recusals.lock(personId, id);
      if (!before) throw recusalNotFound();
      await this.freshness.assert(ifMatch, before);
      const endsAt = input.endsAt === undefined ? before.endsAt : momentOf(input.endsAt);
      assertOrder(before.startsAt, endsAt);
      await this.recusals.update(id, { reason: input.reason ?? before.reason, endsAt });
      const fields = (['reason', 'endsAt'] as const).filter((field) => input[field] !== undefined);
      await this.audit.record('recusal.updated', 'recusal', id, { fields });
    });
    return this.get(personId, id);
  }

  /** A clerk holds the person, so that nobody lists them meanwhile; a member can hold nothing, and sees who is listed. */
  private async isListed(personId: string): Promise<boolean> {
    if (!this.gate.isDesk()) {
      if ((await this.recusals.callersPerson()) !== personId) throw notYourRecusal();
      return this.people.isKnown(personId);
    }
    const person = await this.people.hold(personId);
    if (!person) throw personNotFound();
    return person.listed;
  }

  private async insert(personId: string, listed: boolean, input: CreateRecusalDto): Promise<string> {
    if (!(await this.matters.isKnown(input.matterId))) throw unknownReferences(['/matterId']);
    const startsAt = momentOf(input.startsAt) ?? new Date();
    const endsAt = momentOf(input.endsAt);
    assertOrder(startsAt, endsAt);
    const { matterId, reason } = input;
    const id = randomUUID();
    await this.recusals.insert({
      id,
      personId,
      matterId,
      reason,
      startsAt,
      endsAt,
      ...labelOfRecusal({ listed }),
    });
    await this.audit.record('recusal.created', 'recusal', id, { personId, matterId });
    return id;
  }
}

const momentOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

function assertOrder(startsAt: Date, endsAt: Date | null): void {
  if (endsAt !== null && endsAt <= startsAt) throw recusalReversed();
}
