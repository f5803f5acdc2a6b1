import { Injectable } from '@nestjs/common';
import type { OwnLabel } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import type { Hearing } from '../hearing/hearing.entity.js';
import type { Panel } from '../panels/panel.entity.js';
import { PanelRepository } from '../panels/panel.repository.js';
import { WitnessRepository } from '../witnesses/witness.repository.js';
import type { HearingPart } from './hearing-part.entity.js';
import { labelOfPart, labelOfWitness } from './part.policy.js';
import type { PartRepository, PartRow } from './part.repository.js';

/** Where a witness sits: at an item, on a panel, or neither. */
export interface Seat {
  readonly agendaItemId: string | null;
  readonly panelId?: string | null;
}

/** What a seat lends whoever takes it. */
export interface Place {
  readonly closed: boolean;
  /** The matter of its item; where its hearing wears one, the database lets that count. */
  readonly matterId: string | null;
}

const NOWHERE: Place = { closed: false, matterId: null };

/**
 * A panel or witness of a closed item is as closed as the item, and who steps back from an item's matter steps back
 * from what belongs to it. All of this runs while the hearing is held.
 */
@Injectable()
export class ClosedParts {
  constructor(
    private readonly agenda: AgendaRepository,
    private readonly panels: PanelRepository,
    private readonly witnesses: WitnessRepository,
    private readonly audit: AuditLog,
  ) {}

  /** null where the caller does not see it all: then whoever sits there keeps the label they have. */
  async placeOf(hearingId: string, seat: Seat): Promise<Place | null> {
    const plan = await this.planOf(hearingId);
    return placeIn(plan, seat);
  }

  /** Gives the panels and witnesses of a hearing the labels that its agenda now asks for. */
  async relabel(hearing: Pick<Hearing, 'id' | 'matterId'>): Promise<void> {
    const plan = await this.planOf(hearing.id);
    for (const panel of plan.panels.values()) {
      const place = placeIn(plan, panel);
      if (place) await this.wear(this.panels, panel, labelOfPart(place.closed), place, hearing);
    }
    for (const witness of await this.witnesses.allHeld(hearing.id)) {
      const place = placeIn(plan, witness);
      if (!place) continue;
      await this.wear(this.witnesses, witness, labelOfWitness(witness.status, place.closed), place, hearing);
    }
  }

  private async planOf(hearingId: string): Promise<Plan> {
    return {
      items: byId(await this.agenda.allHeld(hearingId)),
      panels: byId(await this.panels.allHeld(hearingId)),
    };
  }

  private async wear<E extends HearingPart, R extends PartRow>(
    repository: PartRepository<E, R>,
    part: E,
    label: OwnLabel,
    { matterId }: Place,
    hearing: Pick<Hearing, 'id' | 'matterId'>,
  ): Promise<void> {
    const same = part.ownAudience === label.ownAudience && part.matterId === (hearing.matterId ?? matterId);
    if (same) return;
    await repository.update(part.id, { ...label, matterId } as Partial<E>);
    // Its tag is another one now: whoever comes too late is told why.
    const details = { hearing: hearing.id, fields: ['agendaItemId'] };
    await this.audit.record(`${repository.table}.relabelled`, repository.table, part.id, details);
  }
}

/** All that can lend a label. */
interface Plan {
  readonly items: ReadonlyMap<string, Place>;
  readonly panels: ReadonlyMap<string, Panel>;
}

function placeIn({ items, panels }: Plan, { agendaItemId, panelId = null }: Seat): Place | null {
  const own = agendaItemId === null ? NOWHERE : items.get(agendaItemId);
  if (panelId === null || !own) return own ?? null;
  const panel = panels.get(panelId);
  const shared = panel && placeIn({ items, panels }, { agendaItemId: panel.agendaItemId });
  if (!shared) return null;
  return { closed: own.closed || shared.closed, matterId: own.matterId ?? shared.matterId };
}

const byId = <T extends { id: string }>(records: readonly T[]): Map<string, T> =>
  new Map(records.map((record) => [record.id, record]));
