import { Injectable } from '@nestjs/common';
import { given, type Page, sqlState } from '#src/foundation/common/index.js';
import { partInUse, witnessNotFound } from '../hearings.errors.js';
import { ClosedParts } from '../parts/closed-parts.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { assertBeforeNotice, labelOfWitness } from '../parts/part.policy.js';
import { PartReferences } from '../parts/part-references.js';
import { HearingSearch } from '../search/hearing-search.js';
import type { CreateWitnessDto, ListWitnessesQuery, UpdateWitnessDto } from './witness-input.dto.js';
import { WitnessDto } from './witness.dto.js';
import type { Witness } from './witness.entity.js';
import { WitnessRepository, type WitnessRow } from './witness.repository.js';

@Injectable()
export class WitnessService {
  private readonly kind: PartKind<Witness, WitnessRow, WitnessDto>;

  constructor(
    private readonly witnesses: WitnessRepository,
    private readonly parts: HearingParts,
    private readonly closedParts: ClosedParts,
    private readonly references: PartReferences,
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
      const closed = await this.closedParts.isClosed(hearingId, witness);
      await this.witnesses.insert({ ...witness, ...labelOfWitness(witness.status, closed) });
      await this.search.putWitness(witness, hearing);
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
      const closed = await this.closedParts.isClosed(hearingId, after);
      await this.witnesses.update(id, { ...columns, ...labelOfWitness(after.status, closed) });
      await this.search.putWitness(after, hearing);
    });
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

type WitnessFields = Pick<
  Witness,
  | 'name'
  | 'position'
  | 'organisation'
  | 'mode'
  | 'sworn'
  | 'compelled'
  | 'language'
  | 'status'
  | 'panelId'
  | 'agendaItemId'
  | 'personId'
>;

function namedIn(witness: Partial<Witness>): Pick<Partial<Witness>, 'agendaItemId' | 'panelId' | 'personId'> {
  const { agendaItemId, panelId, personId } = witness;
  return {
    ...(agendaItemId !== undefined && { agendaItemId }),
    ...(panelId !== undefined && { panelId }),
    ...(personId !== undefined && { personId }),
  };
}

function newWitness(input: CreateWitnessDto): WitnessFields {
  return {
    name: input.name,
    position: null,
    organisation: null,
    mode: 'in_person',
    sworn: false,
    compelled: false,
    language: null,
    status: 'invited',
    panelId: null,
    agendaItemId: null,
    personId: null,
    ...columnsOf(input),
  };
}

function columnsOf({ order, ...columns }: UpdateWitnessDto): Partial<Witness> {
  return given({ ...columns, ordinal: order });
}
