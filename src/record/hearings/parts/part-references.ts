import { Injectable } from '@nestjs/common';
import { unknownReferences } from '#src/foundation/common/index.js';
import { MatterService, PersonService, SectorService } from '#src/record/commission/index.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { PanelRepository } from '../panels/panel.repository.js';
import { PlaceRepository } from '../scheduling/places/place.repository.js';
import { SessionRepository } from '../sessions/session.repository.js';
import { WitnessRepository } from '../witnesses/witness.repository.js';

/** Ids that a body names, under the names that they have there. */
export interface References {
  agendaItemId?: string | null | undefined;
  panelId?: string | null | undefined;
  witnessId?: string | null | undefined;
  sessionId?: string | null | undefined;
  placeId?: string | null | undefined;
  interpreterPersonId?: string | null | undefined;
  personId?: string | null | undefined;
  sectorId?: string | null | undefined;
  matterId?: string | null | undefined;
}

/** Whether what a body names can be named there: parts of that hearing and records of the commission, as far as the caller sees them. */
@Injectable()
export class PartReferences {
  private readonly lookups: Readonly<
    Record<keyof References, (hearingId: string, id: string) => Promise<boolean>>
  >;

  constructor(
    agenda: AgendaRepository,
    panels: PanelRepository,
    witnesses: WitnessRepository,
    sessions: SessionRepository,
    places: PlaceRepository,
    people: PersonService,
    sectors: SectorService,
    matters: MatterService,
  ) {
    this.lookups = {
      agendaItemId: async (hearing, id) => (await agenda.find(hearing, id)) !== null,
      panelId: async (hearing, id) => (await panels.find(hearing, id)) !== null,
      witnessId: async (hearing, id) => (await witnesses.find(hearing, id)) !== null,
      sessionId: async (hearing, id) => (await sessions.find(hearing, id)) !== null,
      placeId: async (hearing, id) => (await places.find(hearing, id)) !== null,
      interpreterPersonId: (_hearing, id) => people.isKnown(id),
      personId: (_hearing, id) => people.isKnown(id),
      sectorId: (_hearing, id) => sectors.isKnown(id),
      matterId: (_hearing, id) => matters.isKnown(id),
    };
  }

  /** @throws DomainError 422 UNKNOWN_REFERENCE with a pointer for each that is absent, hidden or another hearing's */
  async require(hearingId: string, references: References): Promise<void> {
    const missing: string[] = [];
    for (const name of Object.keys(references) as (keyof References)[]) {
      const id = references[name];
      if (id != null && !(await this.lookups[name](hearingId, id))) missing.push(`/${name}`);
    }
    if (missing.length > 0) throw unknownReferences(missing);
  }
}
