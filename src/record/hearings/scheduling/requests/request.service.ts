import { Injectable } from '@nestjs/common';
import { given, type Page } from '#src/foundation/common/index.js';
import { CommissionService } from '#src/record/commission/index.js';
import { Bookings } from '../bookings/bookings.js';
import { HearingParts, type PartKind } from '../../parts/hearing-parts.js';
import { PartReferences } from '../../parts/part-references.js';
import type {
  CreateHearingRequestDto,
  ListHearingRequestsQuery,
  UpdateHearingRequestDto,
} from './request-input.dto.js';
import { HearingRequestDto } from './request.dto.js';
import type { HearingRequest } from './request.entity.js';
import { requestDueOn } from './request-due.js';
import { requestNotFound } from './request.errors.js';
import { assertComplete, assertRequestMove, labelOfRequest, type RequestFields } from './request.policy.js';
import { RequestRepository, type RequestRow } from './request.repository.js';

/** What people need to take part: the desk's alone, and found by no search. */
@Injectable()
export class RequestService {
  private readonly kind: PartKind<HearingRequest, RequestRow, HearingRequestDto>;

  constructor(
    private readonly requests: RequestRepository,
    private readonly parts: HearingParts,
    private readonly references: PartReferences,
    private readonly bookings: Bookings,
    private readonly commission: CommissionService,
  ) {
    this.kind = {
      repository: requests,
      notFound: requestNotFound,
      show: (row) => HearingRequestDto.from(row),
    };
  }

  list(
    hearingId: string,
    query: ListHearingRequestsQuery,
    wantsTotal: boolean,
  ): Promise<Page<HearingRequestDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<HearingRequestDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateHearingRequestDto, key?: string): Promise<HearingRequestDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (hearing, id, ordinal) => {
      const request = newRequest(input, input.dueOn ?? (await this.dueOn(hearing)));
      assertComplete(request);
      await this.requests.insert({ id, hearingId, ordinal, ...request, ...labelOfRequest() });
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateHearingRequestDto,
  ): Promise<HearingRequestDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (_hearing, before) => {
      const columns = given(input);
      const after = { ...before, ...columns };
      assertComplete(after);
      await this.references.require(hearingId, { interpreterPersonId: input.interpreterPersonId });
      assertRequestMove(before.status, after.status);
      await this.requests.update(id, { ...columns, ...labelOfRequest() });
      if (after.status === 'arranged') await this.bookings.assertFree(hearingId);
    });
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, () => this.requests.remove(id));
  }

  private async dueOn(hearing: Parameters<typeof requestDueOn>[0]): Promise<string> {
    const { legalProfile } = await this.commission.current();
    return requestDueOn(hearing, legalProfile, new Date());
  }
}

function newRequest(input: CreateHearingRequestDto, dueOn: string): RequestFields {
  return {
    language: null,
    what: null,
    requestedBy: null,
    contact: null,
    dueOn,
    status: 'received',
    answer: null,
    interpreterName: null,
    interpreterPersonId: null,
    ...given(input),
  };
}
