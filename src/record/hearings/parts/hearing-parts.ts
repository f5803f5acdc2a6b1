import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type DomainError, given, type ListQuery, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import { HearingService } from '../hearing/hearing.service.js';
import type { HearingPart } from './hearing-part.entity.js';
import { PartOrders } from './part-orders.js';
import { PART_ORDER, type PartRepository, type PartRow } from './part.repository.js';

/** One kind of part, as its service gives it. */
export interface PartKind<E extends HearingPart, R extends PartRow, Dto> {
  readonly repository: PartRepository<E, R>;
  readonly notFound: () => DomainError;
  readonly show: (row: R) => Dto;
  /** In the place of `show`, where more is read of the hearing; of all rows at once. */
  readonly showAll?: (hearingId: string, rows: readonly R[]) => Promise<Dto[]>;
}

/** The use cases that are the same for all that hangs on a hearing; what a kind asks for, its service gives. */
@Injectable()
export class HearingParts {
  constructor(
    private readonly gate: Gate,
    private readonly hearings: HearingService,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
    private readonly orders: PartOrders,
  ) {}

  async page<E extends HearingPart, R extends PartRow, Dto>(
    kind: PartKind<E, R, Dto>,
    hearingId: string,
    query: ListQuery,
    wantsTotal: boolean,
  ): Promise<Page<Dto>> {
    const { repository } = kind;
    await this.hearings.requireReadable(hearingId);
    const page = await this.pager.page({
      list: `hearings/${hearingId}/${repository.table}`,
      query,
      order: PART_ORDER,
      fetch: (keyset) => repository.list(hearingId, keyset),
      item: (row) => row,
      ...(wantsTotal && { total: () => repository.count(hearingId) }),
    });
    return { ...page, items: await shown(kind, hearingId, page.items) };
  }

  async get<E extends HearingPart, R extends PartRow, Dto>(
    kind: PartKind<E, R, Dto>,
    hearingId: string,
    id: string,
  ): Promise<Dto> {
    const row = await kind.repository.find(hearingId, id);
    const [dto] = row ? await shown(kind, hearingId, [row]) : [];
    if (dto !== undefined) return dto;
    await this.hearings.requireReadable(hearingId);
    throw kind.notFound();
  }

  /** `insert` checks the rules and writes the row; its place is the one given or the next. */
  async create<E extends HearingPart, R extends PartRow, Dto>(
    kind: PartKind<E, R, Dto>,
    hearingId: string,
    input: object & { order?: number },
    key: string | undefined,
    insert: (hearing: Hearing, id: string, ordinal: number) => Promise<void>,
  ): Promise<Dto> {
    const { repository } = kind;
    const create = async (): Promise<string> => {
      const hearing = await this.hearings.hold(hearingId);
      const id = randomUUID();
      await insert(hearing, id, input.order ?? (await repository.nextOrdinal(hearingId)));
      await this.audit.record(`${repository.table}.created`, repository.table, id, { hearing: hearingId });
      await this.orders.changed(repository, hearingId);
      return id;
    };
    const operation = `create ${repository.table} of ${hearingId}`;
    const id = await this.gate.write(() => this.idempotency.once({ key, operation, payload: input, create }));
    return this.get(kind, hearingId, id);
  }

  /** `change` checks the rules and writes; who comes too late next is told which properties `input` had. */
  async update<E extends HearingPart, R extends PartRow, Dto>(
    kind: PartKind<E, R, Dto>,
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: object,
    change: (hearing: Hearing, part: E) => Promise<void>,
  ): Promise<Dto> {
    await this.gate.write(() => this.act(kind, hearingId, id, ifMatch, 'updated', change, input));
    return this.get(kind, hearingId, id);
  }

  async remove<E extends HearingPart, R extends PartRow, Dto>(
    kind: PartKind<E, R, Dto>,
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    remove: (hearing: Hearing, part: E) => Promise<void>,
  ): Promise<void> {
    await this.gate.write(() => this.act(kind, hearingId, id, ifMatch, 'deleted', remove));
  }

  private async act<E extends HearingPart, R extends PartRow, Dto>(
    { repository, notFound }: PartKind<E, R, Dto>,
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    verb: 'updated' | 'deleted',
    work: (hearing: Hearing, part: E) => Promise<void>,
    fields?: object,
  ): Promise<void> {
    const hearing = await this.hearings.hold(hearingId);
    const part = await repository.heldForChange(hearingId, id);
    if (!part) throw notFound();
    await this.freshness.assert(ifMatch, part);
    await work(hearing, part);
    const names = fields && Object.keys(given(fields));
    await this.audit.record(`${repository.table}.${verb}`, repository.table, id, {
      hearing: hearingId,
      ...(names && { fields: names }),
    });
    if (!names || names.includes('order')) await this.orders.changed(repository, hearingId);
  }
}

async function shown<E extends HearingPart, R extends PartRow, Dto>(
  { show, showAll }: PartKind<E, R, Dto>,
  hearingId: string,
  rows: readonly R[],
): Promise<Dto[]> {
  return showAll ? showAll(hearingId, rows) : rows.map((row) => show(row));
}
