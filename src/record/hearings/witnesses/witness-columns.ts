import { given } from '#src/foundation/common/index.js';
import type { CreateWitnessDto, UpdateWitnessDto } from './witness-input.dto.js';
import type { Witness } from './witness.entity.js';

const EMPTY = {
  position: null,
  organisation: null,
  mode: 'in_person',
  sworn: false,
  oathKind: null,
  oathAdministeredBy: null,
  oathAt: null,
  compelled: false,
  language: null,
  interpreterLanguage: null,
  minutesAllotted: null,
  secondsUsed: null,
  status: 'invited',
  panelId: null,
  agendaItemId: null,
  personId: null,
  sectorId: null,
} as const satisfies Partial<Witness>;

export type WitnessColumns = Pick<Witness, keyof typeof EMPTY | 'name'>;

export function newWitness(input: CreateWitnessDto): WitnessColumns {
  return { ...EMPTY, name: input.name, ...columnsOf(input) };
}

export function columnsOf({ order, oath, ...columns }: UpdateWitnessDto): Partial<Witness> {
  return given({
    ...columns,
    ordinal: order,
    ...(oath !== undefined && {
      oathKind: oath?.kind ?? null,
      oathAdministeredBy: oath?.administeredBy ?? null,
      oathAt: oath ? new Date(oath.at) : null,
    }),
  });
}

/** What a body names, to be looked up. */
export function namedIn(witness: Partial<Witness>): Partial<Witness> {
  const { agendaItemId, panelId, personId, sectorId } = witness;
  return given({ agendaItemId, panelId, personId, sectorId }) as Partial<Witness>;
}
