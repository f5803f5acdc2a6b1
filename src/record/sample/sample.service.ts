import { Injectable } from '@nestjs/common';
import { ZoneService } from '#src/record/commission/index.js';
import {
  AgendaService,
  HearingPlanningService,
  HearingService,
  HearingStatusService,
  PanelService,
  WitnessService,
} from '#src/record/hearings/index.js';
import { actAs, Gate } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { type SampleSummit, SUMMITS, ZONES } from './summits.js';

const NOTE =
  'Sample data. The place, the day and the zones are those of the summit as it was held; the hours, the agenda and the witnesses are made up.';

/** A commission to look at: nine zones and the six summits of 2015 and 2016. */
@Injectable()
export class SampleService {
  constructor(
    private readonly gate: Gate,
    private readonly zones: ZoneService,
    private readonly hearings: HearingService,
    private readonly planning: HearingPlanningService,
    private readonly statuses: HearingStatusService,
    private readonly agenda: AgendaService,
    private readonly panels: PanelService,
    private readonly witnesses: WitnessService,
  ) {}

  /**
   * Loads it whole, in one transaction; does nothing where any zone or hearing is.
   *
   * @returns whether it was loaded
   */
  load(): Promise<boolean> {
    return actAs(OPERATOR, async () => {
      if (!(await this.isEmpty())) return false;
      await this.gate.write(async () => {
        const zoneIds = new Map<number, string>();
        for (const zone of ZONES) zoneIds.set(zone.number, (await this.zones.create(zone)).id);
        for (const summit of SUMMITS) await this.summit(summit, zoneIds);
      });
      return true;
    });
  }

  private async isEmpty(): Promise<boolean> {
    const [zones, hearings] = await Promise.all([
      this.zones.list({ limit: 1 }, false),
      this.hearings.list({ limit: 1 }, false),
    ]);
    return zones.items.length === 0 && hearings.items.length === 0;
  }

  private async summit(summit: SampleSummit, zoneIds: ReadonlyMap<number, string>): Promise<void> {
    const { id } = await this.planning.create({
      kind: 'regional_summit',
      title: `Regional information summit, ${summit.place}`,
      description: NOTE,
      startsAt: summit.startsAt,
      endsAt: summit.endsAt,
      timeZone: 'America/Los_Angeles',
      venue: summit.venue,
      zoneIds: summit.zones.flatMap((number) => zoneIds.get(number) ?? []),
    });
    await this.agenda.create(id, { title: 'Opening by the chair' });
    const items: string[] = [];
    for (const title of summit.agenda) items.push((await this.agenda.create(id, { title })).id);
    const agendaItemId = items[0] ?? null;
    const panel = await this.panels.create(id, { title: summit.panel, agendaItemId });
    for (const { office, position, organisation } of summit.witnesses) {
      const name = `${office} (sample)`;
      const seat = { panelId: panel.id, agendaItemId };
      await this.witnesses.create(id, { name, position, organisation, status: 'heard', ...seat });
    }
    await this.statuses.advance(id, 'adjourned', 'Sample data');
  }
}
