import { Injectable } from '@nestjs/common';
import { ZoneService } from '#src/record/commission/index.js';
import { HearingService } from '#src/record/hearings/index.js';
import { actAs, Gate } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { SampleCommission } from './commission/sample-commission.js';
import { NOTE, SampleHearings } from './hearings/sample-hearings.js';
import { SampleProceedings } from './hearings/sample-proceedings.js';
import { SUMMITS, ZONES } from './hearings/summits.js';

/** A commission to look at: its bench, nine zones, the six summits of 2015 and 2016, and what became of them. */
@Injectable()
export class SampleService {
  constructor(
    private readonly gate: Gate,
    private readonly zones: ZoneService,
    private readonly reading: HearingService,
    private readonly commission: SampleCommission,
    private readonly hearings: SampleHearings,
    private readonly proceedings: SampleProceedings,
  ) {}

  /**
   * Loads it whole, in one transaction; does nothing where any zone or hearing is. The minutes come after it, since
   * they are made from what the public reads: a start that is killed in between leaves them to the next.
   *
   * @returns whether it was loaded
   */
  load(): Promise<boolean> {
    return actAs(OPERATOR, async () => {
      const isEmpty = await this.isEmpty();
      if (isEmpty) await this.gate.write(() => this.loadAll());
      await this.approveMinutes();
      return isEmpty;
    });
  }

  private async approveMinutes(): Promise<void> {
    const query = { kind: 'regional_summit', sort: 'startsAt', limit: 2 } as const;
    const [first, second] = (await this.reading.list(query, false)).items;
    if (first?.description !== NOTE || first.status === 'minutes_approved' || !second) return;
    await this.proceedings.approveMinutes(first.id, second.id);
  }

  private async isEmpty(): Promise<boolean> {
    const [zones, hearings] = await Promise.all([
      this.zones.list({ limit: 1 }, false),
      this.reading.list({ limit: 1 }, false),
    ]);
    return zones.items.length === 0 && hearings.items.length === 0;
  }

  private async loadAll(): Promise<void> {
    const { sectors } = await this.commission.load();
    const zones = new Map<number, string>();
    for (const zone of ZONES) zones.set(zone.number, (await this.zones.create(zone)).id);
    for (const [i, summit] of SUMMITS.entries()) {
      const planned = await this.hearings.summit(summit, zones, sectors);
      await this.hearings.hold(planned);
      const present = await this.proceedings.attend(planned);
      if (i === 1) await this.proceedings.moveApproval(planned, present);
      await this.proceedings.adjourn(planned);
    }
    await this.hearings.changedPlans();
  }
}
