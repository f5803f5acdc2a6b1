import { Injectable } from '@nestjs/common';
import { type Page, sqlState, unknownReferences } from '#src/foundation/common/index.js';
import { Bookings } from '../scheduling/bookings/bookings.js';
import { partInUse, witnessNotFound } from '../hearings.errors.js';
import { ClosedParts } from '../parts/closed-parts.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { assertBeforeNotice, labelOfWitness } from '../parts/part.policy.js';
import type { PartOrderDto, ReorderDto } from '../parts/part-order.dto.js';
import { PartOrders } from '../parts/part-orders.js';
import { PartReferences } from '../parts/part-references.js';
import { HearingSearch } from '../search/hearing-search.js';
import { columnsOf, namedIn, newWitness } from './witness-columns.js';
import type { CreateWitnessDto, ListWitnessesQuery, UpdateWitnessDto } from './witness-input.dto.js';
import { WitnessDto } from './witness.dto.js';
import type { Witness } from './witness.entity.js';
import { assertOath, assertWitnessStep, takesUpOther } from './witness.policy.js';
import { WitnessRepository, type WitnessRow } from './witness.repository.js';

@Injectable()
export class WitnessService {
  readonly kind: PartKind<Witness, WitnessRow, WitnessDto>;

  constructor(
    private readonly witnesses: WitnessRepository,
    private readonly parts: HearingParts,
    private readonly closedParts: ClosedParts,
    private readonly references: PartReferences,
    private readonly orders: PartOrders,
    private readonly bookings: Bookings,
    private readonly search: HearingSearch,
  ) {
    this.kind = { repository: witnesses, notFound: witnessNotFound, show: (row) => WitnessDto.from(row) };
  }

  list(hearingId: string, query: ListWitnessesQuery, wantsTotal: boolean): Promise<Page<WitnessDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<WitnessDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateWitnessDto, key?: string): Promise<WitnessDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const witness = { ...newWitness(input), id, hearingId, ordinal };
      await this.references.require(hearingId, namedIn(witness));
      assertOath(witness, input.sworn);
      assertWitnessStep(null, witness, hearing);
      const place = await this.closedParts.placeOf(hearingId, witness);
      if (!place) throw unknownReferences(['/panelId']);
      const label = labelOfWitness(witness.status, place.closed);
      await this.witnesses.insert({ ...witness, ...label, matterId: place.matterId });
      await this.search.putWitness(witness, hearing);
      await this.bookings.assertFree(hearingId);
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateWitnessDto,
  ): Promise<WitnessDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (hearing, before) => {
      const columns = columnsOf(input);
      const after = { ...before, ...columns };
      await this.references.require(hearingId, namedIn(columns));
      assertOath(after, input.sworn);
      assertWitnessStep(before, after, hearing);
      await this.witnesses.update(id, { ...columns, ...(await this.labelOf(after)) });
      await this.search.putWitness(after, hearing);
      if (takesUpOther(before, after)) await this.bookings.assertFree(hearingId);
    });
  }

  /** Of a seat that the caller does not see whole they know no matter; what is kept from them is closed. */
  private async labelOf(witness: Witness): Promise<Partial<Witness>> {
    const place = await this.closedParts.placeOf(witness.hearingId, witness);
    if (!place) return labelOfWitness(witness.status, true);
    return { ...labelOfWitness(witness.status, place.closed), matterId: place.matterId };
  }

  order(hearingId: string): Promise<PartOrderDto> {
    return this.orders.get(this.witnesses, hearingId);
  }

  reorder(hearingId: string, ifMatch: readonly string[] | '*', input: ReorderDto): Promise<PartOrderDto> {
    return this.orders.put(this.witnesses, hearingId, ifMatch, input);
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async (hearing) => {
      assertBeforeNotice(hearing, 'witness');
      await this.witnesses.remove(id).catch((error: unknown) => {
        throw sqlState(error) === '23503' ? partInUse('witness') : error;
      });
    });
  }
}
