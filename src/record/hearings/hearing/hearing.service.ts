import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { hearingNotFound, steppedBack } from '../hearings.errors.js';
import { HearingDto } from './hearing.dto.js';
import { filterOf, type ListHearingsQuery } from './list-hearings.dto.js';
import type { Hearing } from './hearing.entity.js';
import { HEARING_ORDER, HearingRepository } from './hearing.repository.js';

/** Reading hearings, and what other rooms ask of one. */
@Injectable()
export class HearingService {
  constructor(
    private readonly hearings: HearingRepository,
    private readonly pager: Pager,
  ) {}

  list(query: ListHearingsQuery, wantsTotal: boolean): Promise<Page<HearingDto>> {
    const filter = filterOf(query);
    return this.pager.page({
      list: 'hearings',
      query,
      order: HEARING_ORDER,
      fetch: (keyset) => this.hearings.list(filter, keyset),
      item: (row) => HearingDto.from(row),
      ...(wantsTotal && { total: () => this.hearings.count(filter) }),
    });
  }

  /** @throws DomainError 404 HEARING_NOT_FOUND when it is absent or hidden from the caller */
  async get(id: string): Promise<HearingDto> {
    const row = await this.hearings.find(id);
    if (!row) throw hearingNotFound();
    return HearingDto.from(row);
  }

  /** @throws DomainError 409 RECUSED for whoever stepped back from a matter on its agenda, and does not see it whole */
  async requireWhole(id: string): Promise<void> {
    if (await this.hearings.isRecused(id)) throw steppedBack();
  }

  /** @throws DomainError 404 HEARING_NOT_FOUND when it is absent or hidden from the caller */
  async requireReadable(id: string): Promise<void> {
    if (!(await this.hearings.isReadable(id))) throw hearingNotFound();
  }

  /**
   * For writers of what hangs on a hearing, in their transaction: until it ends nobody else changes the hearing,
   * so that its label, which its children take, stays as it is.
   *
   * @throws DomainError 404 HEARING_NOT_FOUND when it is absent or hidden from the caller
   */
  async hold(id: string): Promise<Hearing> {
    const hearing = await this.hearings.lock(id);
    if (!hearing) throw hearingNotFound();
    return hearing;
  }
}
