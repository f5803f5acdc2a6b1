import { Injectable } from '@nestjs/common';
import { AgendaRepository } from '../agenda/agenda.repository.js';
import { PanelRepository } from '../panels/panel.repository.js';
import { WitnessRepository } from '../witnesses/witness.repository.js';
import { type HeardAt, HearingSearch } from './hearing-search.js';

/** Puts the words of all that hangs on a hearing into the index anew. */
@Injectable()
export class PartSearch {
  constructor(
    private readonly search: HearingSearch,
    private readonly agenda: AgendaRepository,
    private readonly panels: PanelRepository,
    private readonly witnesses: WitnessRepository,
  ) {}

  async putAll(hearing: HeardAt): Promise<void> {
    for (const item of await this.agenda.allHeld(hearing.id)) await this.search.putAgendaItem(item, hearing);
    for (const panel of await this.panels.allHeld(hearing.id)) await this.search.putPanel(panel, hearing);
    for (const witness of await this.witnesses.allHeld(hearing.id)) {
      await this.search.putWitness(witness, hearing);
    }
  }
}
