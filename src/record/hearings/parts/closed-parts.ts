import { Injectable } from '@nestjs/common';
import type { OwnLabel } from '#src/trust/access/index.js';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { PanelRepository } from '../panels/panel.repository.js';
import { WitnessRepository } from '../witnesses/witness.repository.js';
import { labelOfPart, labelOfWitness } from './part.policy.js';

/** Where a witness sits: at an item, on a panel, or neither. */
export interface Seat {
  readonly agendaItemId: string | null;
  readonly panelId?: string | null;
}

/** A panel or witness of a closed item is as closed as the item. All of this runs while the hearing is held. */
@Injectable()
export class ClosedParts {
  constructor(
    private readonly agenda: AgendaRepository,
    private readonly panels: PanelRepository,
    private readonly witnesses: WitnessRepository,
  ) {}

  async isClosed(hearingId: string, { agendaItemId, panelId = null }: Seat): Promise<boolean> {
    if (agendaItemId && (await this.agenda.held(hearingId, agendaItemId))?.closed) return true;
    const panel = panelId === null ? null : await this.panels.held(hearingId, panelId);
    return panel?.agendaItemId != null && this.isClosed(hearingId, { agendaItemId: panel.agendaItemId });
  }

  /** Gives the panels and witnesses of a hearing the labels that its agenda now asks for. */
  async relabel(hearingId: string): Promise<void> {
    for (const panel of await this.panels.allHeld(hearingId)) {
      const label = labelOfPart(await this.isClosed(hearingId, panel));
      if (differs(panel, label)) await this.panels.update(panel.id, label);
    }
    for (const witness of await this.witnesses.allHeld(hearingId)) {
      const label = labelOfWitness(witness.status, await this.isClosed(hearingId, witness));
      if (differs(witness, label)) await this.witnesses.update(witness.id, label);
    }
  }
}

function differs(part: OwnLabel, label: OwnLabel): boolean {
  return part.ownAudience !== label.ownAudience;
}
