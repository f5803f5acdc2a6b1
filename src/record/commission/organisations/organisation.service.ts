import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { assertDays } from '../shared/days.js';
import type { CreateSponsorDto, ListSponsorsQuery, UpdateSponsorDto } from './organisation-input.dto.js';
import { SponsorDto, SponsorWithAppointeesDto } from './organisation.dto.js';
import { sponsorNotFound } from './organisation.errors.js';
import { labelOfOrganisation } from './organisation.policy.js';
import { ORGANISATION_ORDER, OrganisationRepository } from './organisation.repository.js';

@Injectable()
export class OrganisationService {
  constructor(
    private readonly gate: Gate,
    private readonly organisations: OrganisationRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListSponsorsQuery, wantsTotal: boolean): Promise<Page<SponsorDto>> {
    return this.pager.page({
      list: 'sponsors',
      query,
      order: ORGANISATION_ORDER,
      fetch: (keyset) => this.organisations.list(query, keyset),
      item: (row) => SponsorDto.from(row),
      ...(wantsTotal && { total: () => this.organisations.count(query) }),
    });
  }

  async get(id: string): Promise<SponsorWithAppointeesDto> {
    const row = await this.organisations.find(id);
    if (!row) throw sponsorNotFound();
    return SponsorWithAppointeesDto.from(row);
  }

  /** @throws DomainError 422 DAYS_REVERSED */
  async create(input: CreateSponsorDto, key?: string): Promise<SponsorWithAppointeesDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createSponsor',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  /** @throws DomainError 404 SPONSOR_NOT_FOUND, 412 STALE, 422 DAYS_REVERSED */
  async update(
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateSponsorDto,
  ): Promise<SponsorWithAppointeesDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const before = await this.organisations.lock(id);
      if (!before) throw sponsorNotFound();
      await this.freshness.assert(ifMatch, before);
      const { since, until, listed } = { ...before, ...change };
      assertDays(since, until, '/until');
      await this.organisations.update(id, { ...change, ...labelOfOrganisation({ listed }) });
      await this.audit.record('organisation.updated', 'organisation', id, {
        listed,
        fields: Object.keys(change),
      });
    });
    return this.get(id);
  }

  private async insert(input: CreateSponsorDto): Promise<string> {
    assertDays(input.since ?? null, input.until ?? null, '/until');
    const id = randomUUID();
    const listed = input.listed ?? false;
    await this.organisations.insert({ id, ...input, listed, ...labelOfOrganisation({ listed }) });
    await this.audit.record('organisation.created', 'organisation', id, { listed });
    return id;
  }
}
