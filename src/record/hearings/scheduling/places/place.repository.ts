import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../../parts/part.repository.js';
import type { PlaceKind } from './place-kind.js';
import { HearingPlace, type PlaceChange } from './place.entity.js';

export interface PlaceRow extends PartRow {
  kind: PlaceKind;
  name: string;
  room: string | null;
  address: string | null;
  accessibility: string | null;
  parking: string | null;
  url: string | null;
  dialIn: string | null;
  publicAccess: boolean;
  closed: boolean;
  withdrawn: boolean;
  note: string | null;
  changes: readonly PlaceChange[];
}

@Injectable()
export class PlaceRepository extends PartRepository<HearingPlace, PlaceRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: HearingPlace,
      table: 'hearing_place',
      columns: `x.kind, x.name, x.room, x.address, x.accessibility, x.parking, x.url, x.dial_in as "dialIn",
        x.public_access as "publicAccess", x.closed, x.withdrawn, x.note, x.changes`,
    });
  }
}
