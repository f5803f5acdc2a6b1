import { Injectable } from '@nestjs/common';
import { given, type Page } from '#src/foundation/common/index.js';
import { HearingParts, type HearingPart, type PartKind, PartReferences } from '#src/record/hearings/index.js';
import { StandingRecord } from '../minutes/standing-record.js';
import type { CreateMotionDto, ListMotionsQuery, UpdateMotionDto } from './motion-input.dto.js';
import { MotionRoom, type RoomAt } from './motion-room.js';
import { MotionWarnings } from './motion-warnings.js';
import { MotionSearch } from './motion-search.js';
import { MotionDto } from './motion.dto.js';
import type { Motion } from './motion.entity.js';
import { assertInSession, assertMovers, assertSessionOpen, bookOf, labelOfMotion } from './motion.policy.js';
import { MotionRepository, type MotionRow } from './motion.repository.js';
import { motionDecided, motionNotFound, withdrawalAlone } from './motions.errors.js';

@Injectable()
export class MotionService {
  readonly kind: PartKind<Motion, MotionRow, MotionDto>;

  constructor(
    private readonly motions: MotionRepository,
    private readonly parts: HearingParts,
    private readonly references: PartReferences,
    private readonly room: MotionRoom,
    private readonly search: MotionSearch,
    private readonly standing: StandingRecord,
    warnings: MotionWarnings,
  ) {
    this.kind = {
      repository: motions,
      notFound: motionNotFound,
      show: (row) => MotionDto.from(row, []),
      showAll: async (hearingId, rows) => {
        const warned = await warnings.of(hearingId, rows);
        return rows.map((row) => MotionDto.from(row, warned.get(row.id) ?? []));
      },
    };
  }

  list(hearingId: string, query: ListMotionsQuery, wantsTotal: boolean): Promise<Page<MotionDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<MotionDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateMotionDto, key?: string): Promise<MotionDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const motion = { ...newMotion(input), id, hearingId, ordinal };
      const placed = { ...motion, ...(await this.placed(hearing, motion)) };
      await this.standing.assertOpen(hearingId, bookOf(hearing.kind, placed));
      await this.motions.insert(placed);
      await this.search.put(placed, hearing);
    });
  }

  /** What is decided is withdrawn at most, and that with a reason: a correction is a new motion, and both are told. */
  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateMotionDto,
  ): Promise<MotionDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (hearing, before) => {
      const { withdrawnReason, ...rest } = given(input);
      if (withdrawnReason !== undefined) {
        if (Object.keys(rest).length > 0) throw withdrawalAlone();
        if (before.outcome === 'withdrawn') throw motionDecided();
        await this.standing.assertUnused(id);
        await this.standing.assertOpen(hearingId, bookOf(hearing.kind, before));
        await this.motions.update(id, { outcome: 'withdrawn', withdrawnReason });
        return;
      }
      const columns = columnsOf(rest);
      const after = { ...before, ...columns };
      const place = await this.placed(hearing, after);
      if (before.outcome !== 'pending') throw motionDecided();
      for (const motion of [before, { ...before, ...place }]) {
        await this.standing.assertOpen(hearingId, bookOf(hearing.kind, motion));
      }
      await this.motions.update(id, { ...columns, ...place });
      await this.search.put({ ...after, ...place }, hearing);
    });
  }

  /** The session and the label of a motion; throws unless it can be made there and then, by these two. */
  private async placed(hearing: HearingOf, motion: Motion | NewMotion): Promise<Place> {
    await this.references.require(hearing.id, { sessionId: motion.sessionId });
    const { agendaItemId, sessionId, movedAt } = motion;
    const room = await this.room.at({ hearing, agendaItemId, sessionId, at: movedAt });
    assertMovers(motion, room);
    assertInSession(hearing.status);
    assertSessionOpen(room.session, room.hasSessions);
    return { sessionId: room.session?.id ?? null, ...labelOf(room) };
  }
}

type HearingOf = Parameters<Parameters<HearingParts['create']>[4]>[0];
type Place = Pick<Motion, 'sessionId'> & ReturnType<typeof labelOfMotion>;
type NewMotion = Omit<Motion, keyof HearingPart> & Pick<Motion, 'id' | 'hearingId' | 'ordinal'>;

export function labelOf({
  item,
  session,
}: Pick<RoomAt, 'item' | 'session'>): ReturnType<typeof labelOfMotion> {
  return labelOfMotion(item?.closed === true || session?.closed === true, item?.matterId ?? null);
}

/** What carries it, unless it is said: a finding is adopted by the members of the body (Gov. Code 11125.4(c), 11125.5(b)). */
function carriedBy({ kind, threshold, of }: CreateMotionDto): Pick<Motion, 'threshold' | 'voteOf'> {
  const isFinding = kind === 'special_meeting' || kind === 'emergency';
  return {
    threshold: threshold ?? (kind === 'special_meeting' ? 'two_thirds' : 'majority'),
    voteOf: of ?? (isFinding ? 'members' : 'present'),
  };
}

function newMotion(input: CreateMotionDto): Omit<NewMotion, 'id' | 'hearingId' | 'ordinal'> {
  return {
    kind: input.kind ?? 'main',
    text: input.text,
    agendaItemId: input.agendaItemId ?? null,
    sessionId: input.sessionId ?? null,
    movedBy: input.movedBy,
    secondedBy: input.secondedBy ?? null,
    movedAt: input.movedAt === undefined ? new Date() : new Date(input.movedAt),
    ...carriedBy(input),
    outcome: 'pending',
    votedAt: null,
    withdrawnReason: null,
  };
}

function columnsOf({
  order,
  of,
  movedAt,
  ...columns
}: Omit<UpdateMotionDto, 'withdrawnReason'>): Partial<Motion> {
  return {
    ...given(columns),
    ...(order !== undefined && { ordinal: order }),
    ...(of !== undefined && { voteOf: of }),
    ...(movedAt !== undefined && { movedAt: new Date(movedAt) }),
  };
}
