import { Injectable } from '@nestjs/common';
import { withRevision } from '#src/foundation/common/index.js';
import { AgendaService } from '../agenda/agenda.service.js';
import { HearingDto } from '../hearing/hearing.dto.js';
import { hearingNotFound } from '../hearings.errors.js';
import { PanelService } from '../panels/panel.service.js';
import type { HearingPart } from '../parts/hearing-part.entity.js';
import type { PartKind } from '../parts/hearing-parts.js';
import type { PartRow } from '../parts/part.repository.js';
import { PlaceService } from '../scheduling/places/place.service.js';
import { RosterMemberDto } from '../scheduling/roster/roster.dto.js';
import { type RosterMember, RosterRepository } from '../scheduling/roster/roster.repository.js';
import { SessionService } from '../sessions/session.service.js';
import { WitnessService } from '../witnesses/witness.service.js';
import { HEARING_INCLUDES, type HearingInclude, MOST_INCLUDED } from './hearing-include.js';
import type { Items } from './included.dto.js';
import { rowsOfJson } from './rows-of-json.js';
import { WholeHearingDto } from './whole-hearing.dto.js';
import { WholeHearingRepository } from './whole-hearing.repository.js';

/** How what comes along is asked for, and shown. */
interface Include {
  readonly sql: (firstParameter: number, limit: number) => { form: string; sql: string };
  readonly show: (rows: readonly unknown[]) => object[];
}

/** A hearing's page, all of it in one statement. */
@Injectable()
export class WholeHearingService {
  private readonly includes: Readonly<Record<HearingInclude, Include>>;

  constructor(
    private readonly hearings: WholeHearingRepository,
    agenda: AgendaService,
    panels: PanelService,
    witnesses: WitnessService,
    sessions: SessionService,
    places: PlaceService,
    roster: RosterRepository,
  ) {
    this.includes = {
      agenda: partsOf(agenda.kind),
      panels: partsOf(panels.kind),
      witnesses: partsOf(witnesses.kind),
      sessions: partsOf(sessions.kind),
      places: partsOf(places.kind),
      roster: {
        sql: (first, limit) => ({ form: '', sql: roster.members(first, limit).sql }),
        show: (rows) => rowsOfJson<RosterMember>(rows).map((member) => RosterMemberDto.from(member)),
      },
    };
  }

  /** @throws DomainError 404 HEARING_NOT_FOUND when it is absent or hidden from the caller */
  async get(id: string, asked: readonly HearingInclude[]): Promise<WholeHearingDto> {
    const names = HEARING_INCLUDES.filter((name) => asked.includes(name));
    // One more than is shown tells whether there are more.
    const embedded = names.map((name) => ({ name, ...this.includes[name].sql(2, MOST_INCLUDED + 1) }));
    const row = await this.hearings.find(id, embedded);
    if (!row) throw hearingNotFound();
    const shown = names.map((name) => [name, firstOf(this.includes[name].show(row[name] ?? []))]);
    const dto = Object.assign(new WholeHearingDto(), HearingDto.from(row), Object.fromEntries(shown));
    return withRevision(dto, row.revision);
  }
}

function partsOf<E extends HearingPart, R extends PartRow, Dto extends object>(
  kind: PartKind<E, R, Dto>,
): Include {
  return {
    sql: (first, limit) => kind.repository.embedded(first, limit),
    show: (rows) => rowsOfJson<R>(rows).map((row) => kind.show(row)),
  };
}

function firstOf(items: object[]): Items<object> {
  return { items: items.slice(0, MOST_INCLUDED), more: items.length > MOST_INCLUDED };
}
