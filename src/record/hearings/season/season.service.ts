import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { invalid } from '#src/foundation/common/index.js';
import { CommissionService } from '#src/record/commission/index.js';
import { endOfDay, startOfDay } from '../notice/clock/local-days.js';
import type { GetSeasonQuery, SeasonDto } from './season.dto.js';
import { kindsOf, planOf } from './season.policy.js';
import { SeasonRepository, type SeasonSpan } from './season.repository.js';

@Injectable()
export class SeasonService {
  constructor(
    private readonly season: SeasonRepository,
    private readonly commission: CommissionService,
  ) {}

  /** Two statements: by whose clock the days are, then everything else. */
  async get(query: GetSeasonQuery): Promise<SeasonDto> {
    const span = await this.spanOf(query);
    const read = await this.season.read(span);
    return {
      from: span.from,
      to: span.to,
      plan: planOf(read),
      kinds: kindsOf(read),
      zones: read.zones.map(({ id, number, name, held, ahead }) => ({
        id,
        number,
        name,
        covered: held > 0,
        held,
        ahead,
      })),
      sectors: read.sectors.map(({ id, key, name, heard }) => ({ id, key, name, heard })),
      languages: read.languages.map(({ language, hearings }) => ({ language, hearings })),
      hearings: read.hearings.map(({ id, kind, title, status, startsAt, timeZone, zones }) => ({
        id,
        kind,
        title,
        status,
        startsAt: new Date(startsAt).toISOString(),
        timeZone,
        zones,
      })),
      total: read.total,
    };
  }

  private async spanOf({ from, to }: GetSeasonQuery): Promise<SeasonSpan> {
    if (from !== undefined && to !== undefined && to < from) {
      throw invalid([{ pointer: '/to', code: 'DAYS_REVERSED', detail: 'must not lie before from' }]);
    }
    const { timeZone } = await this.commission.current();
    const moment = (day: string | undefined, at: typeof startOfDay) =>
      day === undefined ? null : new Date(at(Temporal.PlainDate.from(day), timeZone).epochMilliseconds);
    return {
      from: from ?? null,
      to: to ?? null,
      startsFrom: moment(from, startOfDay),
      startsUntil: moment(to, endOfDay),
    };
  }
}
