import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import {
  AgendaService,
  HearingPlanningService,
  HearingStatusService,
  PanelService,
  SessionService,
  WitnessService,
} from '#src/record/hearings/index.js';
import { hour, type SampleSummit } from './summits.js';

const ZONE = 'America/Los_Angeles';
export const NOTE =
  'Sample data. The place, the day and the zones are those of the summit as it was held; the hours, the agenda, the witnesses, who was there and what was moved are made up.';

/** A summit as it stands once it is planned: what the proceedings need of it. */
export interface Planned {
  readonly id: string;
  readonly summit: SampleSummit;
  readonly items: readonly string[];
  readonly witnesses: readonly string[];
  readonly sessions: readonly string[];
}

/** The six summits of 2015 and 2016 as they were planned, and two hearings that show how plans change. */
@Injectable()
export class SampleHearings {
  constructor(
    private readonly planning: HearingPlanningService,
    private readonly statuses: HearingStatusService,
    private readonly agenda: AgendaService,
    private readonly panels: PanelService,
    private readonly witnesses: WitnessService,
    private readonly sessions: SessionService,
  ) {}

  async summit(
    summit: SampleSummit,
    zones: ReadonlyMap<number, string>,
    sectors: ReadonlyMap<string, string>,
  ): Promise<Planned> {
    const { id } = await this.planning.create({
      kind: 'regional_summit',
      title: `Regional information summit, ${summit.place}`,
      description: NOTE,
      startsAt: summit.startsAt,
      endsAt: summit.endsAt,
      timeZone: ZONE,
      venue: {
        ...summit.venue,
        accessibility: 'Step-free entrance; assistive listening on request (sample).',
      },
      languages: ['es'],
      zoneIds: summit.zones.flatMap((number) => zones.get(number) ?? []),
    });
    const items: string[] = [];
    for (const [title, estimatedMinutes] of [['Opening by the chair', 15] as const, ...summit.agenda]) {
      items.push((await this.agenda.create(id, { title, estimatedMinutes })).id);
    }
    const agendaItemId = items[1] ?? null;
    const panel = await this.panels.create(id, { title: summit.panel, agendaItemId });
    const witnesses: string[] = [];
    for (const { office, sector, position, organisation } of summit.witnesses) {
      const seat = { panelId: panel.id, agendaItemId, sectorId: sectors.get(sector) ?? null };
      const witness = { name: `${office} (sample)`, position, organisation, minutesAllotted: 15, ...seat };
      witnesses.push((await this.witnesses.create(id, { ...witness, status: 'confirmed' })).id);
    }
    const sessions: string[] = [];
    for (const [name, from, until] of partsOf(summit)) {
      sessions.push((await this.sessions.create(id, { name, startsAt: from, endsAt: until })).id);
    }
    return { id, summit, items, witnesses, sessions };
  }

  /** Sessions and witnesses as they went, while the summit is in session. */
  async hold({ id, summit, witnesses, sessions }: Planned): Promise<void> {
    await this.statuses.advance(id, 'in_session', 'Sample data');
    for (const [i, [, openedAt, adjournedAt]] of partsOf(summit).entries()) {
      await this.sessions.update(id, sessions[i] ?? '', '*', { openedAt, adjournedAt });
    }
    for (const [i, witness] of witnesses.entries()) {
      await this.witnesses.update(id, witness, '*', { status: 'heard', secondsUsed: 780 + 60 * i });
    }
  }

  /** A public hearing that was called and put off, and the draft of one to come. */
  async changedPlans(): Promise<void> {
    const zone = { kind: 'public_hearing', timeZone: ZONE, description: 'Sample data; made up.' } as const;
    const postponed = await this.planning.create({
      ...zone,
      title: 'Public hearing on the draft findings (sample)',
      startsAt: hour('2016-05-19', 10),
      endsAt: hour('2016-05-19', 15),
      venue: { name: 'A county building', address: 'Sacramento, CA' },
    });
    await this.agenda.create(postponed.id, { title: 'The draft findings', estimatedMinutes: 120 });
    await this.statuses.change(postponed.id, { to: 'noticed' });
    await this.statuses.change(postponed.id, {
      to: 'postponed',
      reason: 'The hall is not free that day (sample).',
      told: ['Witnesses', 'Everybody who asked for notices'],
    });
    const day = Temporal.Now.plainDateISO(ZONE).add({ days: 60 }).toString();
    const draft = await this.planning.create({
      ...zone,
      title: 'Public hearing on the draft recommendations (sample)',
      startsAt: hour(day, 10),
      endsAt: hour(day, 15),
    });
    await this.agenda.create(draft.id, { title: 'The draft recommendations', estimatedMinutes: 180 });
  }
}

/** A morning and an afternoon, with an hour at noon between them. */
function partsOf({ day, from, until }: SampleSummit): [name: string, from: string, until: string][] {
  return [
    ['Morning', hour(day, from), hour(day, 12)],
    ['Afternoon', hour(day, 13), hour(day, until)],
  ];
}
