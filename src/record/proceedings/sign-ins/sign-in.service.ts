import { Injectable } from '@nestjs/common';
import { given, type Page } from '#src/foundation/common/index.js';
import { HearingParts, HearingService, type PartKind, PartReferences } from '#src/record/hearings/index.js';
import {
  type CreateSignInDto,
  type ListSignInsQuery,
  SignInCountsDto,
  SignInDto,
  type UpdateSignInDto,
} from './sign-in.dto.js';
import type { SignIn } from './sign-in.entity.js';
import { signInNotFound } from './sign-in.errors.js';
import { assertSignIn, labelOfSignIn } from './sign-in.policy.js';
import { SignInRepository, type SignInRow } from './sign-in.repository.js';

@Injectable()
export class SignInService {
  private readonly kind: PartKind<SignIn, SignInRow, SignInDto>;

  constructor(
    private readonly signIns: SignInRepository,
    private readonly hearings: HearingService,
    private readonly parts: HearingParts,
    private readonly references: PartReferences,
  ) {
    this.kind = { repository: signIns, notFound: signInNotFound, show: (row) => SignInDto.from(row) };
  }

  list(hearingId: string, query: ListSignInsQuery, wantsTotal: boolean): Promise<Page<SignInDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<SignInDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  async counts(hearingId: string): Promise<SignInCountsDto> {
    const row = await this.signIns.counts(hearingId);
    if (row) return SignInCountsDto.from(row);
    await this.hearings.requireReadable(hearingId);
    return this.counts(hearingId);
  }

  create(hearingId: string, input: CreateSignInDto, key?: string): Promise<SignInDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (_hearing, id, ordinal) => {
      const signIn = { ...EMPTY, ...columnsOf(input), id, hearingId, ordinal };
      assertSignIn(signIn);
      await this.references.require(hearingId, { agendaItemId: signIn.agendaItemId });
      await this.signIns.insert({ ...signIn, ...labelOfSignIn() });
      await this.signIns.recount(hearingId);
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateSignInDto,
  ): Promise<SignInDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (_hearing, before) => {
      const columns = columnsOf(input);
      assertSignIn({ ...before, ...columns });
      await this.references.require(hearingId, { agendaItemId: input.agendaItemId });
      await this.signIns.update(id, columns);
      await this.signIns.recount(hearingId);
    });
  }

  /** At any time: whoever signed in of their own will may take it back. */
  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, async () => {
      await this.signIns.remove(id);
      await this.signIns.recount(hearingId);
    });
  }
}

const EMPTY = {
  name: null,
  pseudonym: false,
  organisation: null,
  position: null,
  agendaItemId: null,
  wishesToSpeak: false,
  spokeAt: null,
  contact: null,
} as const;

function columnsOf({ spokeAt, ...columns }: UpdateSignInDto): Partial<SignIn> {
  const moment = spokeAt == null ? spokeAt : new Date(spokeAt);
  return given({ ...columns, ...(moment !== undefined && { spokeAt: moment }) });
}
