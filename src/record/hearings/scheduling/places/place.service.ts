import { Injectable } from '@nestjs/common';
import { given, type Page } from '#src/foundation/common/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { Bookings } from '../bookings/bookings.js';
import type { Hearing } from '../../hearing/hearing.entity.js';
import { NoticeGiving } from '../../notice/notice-giving.js';
import { HearingParts, type PartKind } from '../../parts/hearing-parts.js';
import { assertBeforeNotice, labelOfPart } from '../../parts/part.policy.js';
import type {
  CreateHearingPlaceDto,
  ListHearingPlacesQuery,
  UpdateHearingPlaceDto,
} from './place-input.dto.js';
import { HearingPlaceDto } from './place.dto.js';
import type { HearingPlace, PlaceChange } from './place.entity.js';
import { placeNotFound } from './place.errors.js';
import {
  assertReachable,
  changeAfterNotice,
  isNews,
  type PlaceFields,
  wordsOfChange,
} from './place.policy.js';
import { PlaceRepository, type PlaceRow } from './place.repository.js';

@Injectable()
export class PlaceService {
  readonly kind: PartKind<HearingPlace, PlaceRow, HearingPlaceDto>;

  constructor(
    private readonly places: PlaceRepository,
    private readonly parts: HearingParts,
    private readonly bookings: Bookings,
    private readonly notices: NoticeGiving,
    private readonly audit: AuditLog,
  ) {
    this.kind = { repository: places, notFound: placeNotFound, show: (row) => HearingPlaceDto.from(row) };
  }

  list(
    hearingId: string,
    query: ListHearingPlacesQuery,
    wantsTotal: boolean,
  ): Promise<Page<HearingPlaceDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<HearingPlaceDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateHearingPlaceDto, key?: string): Promise<HearingPlaceDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const place = newPlace(input);
      assertReachable(place);
      const change = changeAfterNotice(hearing, null, place, input.reason ?? null, new Date());
      const changes = change ? [change] : [];
      await this.places.insert({ id, hearingId, ordinal, ...place, changes, ...labelOfPart(place.closed) });
      await this.bookings.assertFree(hearingId);
      await this.tell(hearing, null, place, input.reason);
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateHearingPlaceDto,
  ): Promise<HearingPlaceDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (hearing, before) => {
      const columns = columnsOf(input);
      const after = { ...before, ...columns };
      assertReachable(after);
      const change = changeAfterNotice(hearing, before, after, input.reason ?? null, new Date());
      await this.places.update(id, {
        ...columns,
        ...(change && { changes: [...toldSoFar(before, after), change] }),
        ...labelOfPart(after.closed),
      });
      if (takesUpOther(before, after)) await this.bookings.assertFree(hearingId);
      await this.tell(hearing, before, after, input.reason);
    });
  }

  /** Whoever has the notice is told by another; whoever works on the hearing finds it changed, and by whom. */
  private async tell(
    hearing: Hearing,
    before: PlaceFields | null,
    after: PlaceFields,
    reason: string | undefined,
  ): Promise<void> {
    if (hearing.noticedAt === null || !isNews(before, after)) return;
    await this.audit.record('hearing.updated', 'hearing', hearing.id, { fields: ['places'] });
    const words = wordsOfChange(before, after);
    if (words !== null && reason !== undefined) await this.notices.followPlace(hearing, reason, [words]);
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async (hearing) => {
      assertBeforeNotice(hearing, 'place');
      await this.places.remove(id);
    });
  }
}

function newPlace(input: CreateHearingPlaceDto): PlaceFields {
  return {
    kind: input.kind,
    name: input.name,
    room: null,
    address: null,
    accessibility: null,
    parking: null,
    url: null,
    dialIn: null,
    publicAccess: true,
    closed: false,
    withdrawn: false,
    note: null,
    ...columnsOf(input),
  };
}

function columnsOf({ order, reason: _reason, ...columns }: UpdateHearingPlaceDto): Partial<HearingPlace> {
  return given({ ...columns, ordinal: order });
}

/** What was said of a closed room was said to the commission: it does not come along when the room opens. */
function toldSoFar(before: HearingPlace, after: PlaceFields): readonly PlaceChange[] {
  return before.closed && !after.closed ? [] : before.changes;
}

function takesUpOther(before: PlaceFields, after: PlaceFields): boolean {
  const names = ['kind', 'name', 'room', 'address', 'url', 'dialIn', 'withdrawn'] as const;
  return names.some((name) => before[name] !== after[name]);
}
