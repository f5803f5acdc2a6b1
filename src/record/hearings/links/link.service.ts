import { Injectable } from '@nestjs/common';
import { broken, given, notFound, type Page } from '#src/foundation/common/index.js';
import { HearingParts, type PartKind } from '../parts/hearing-parts.js';
import { labelOfPart } from '../parts/part.policy.js';
import { PartReferences } from '../parts/part-references.js';
import type { HearingLink } from './hearing-link.entity.js';
import {
  type CreateHearingLinkDto,
  HearingLinkDto,
  type ListHearingLinksQuery,
  type UpdateHearingLinkDto,
} from './link.dto.js';
import { LinkRepository, type LinkRow } from './link.repository.js';

/** They tell where more is to be found, and call nobody to a meeting: a notice freezes none of them. */
@Injectable()
export class LinkService {
  private readonly kind: PartKind<HearingLink, LinkRow, HearingLinkDto>;

  constructor(
    private readonly links: LinkRepository,
    private readonly parts: HearingParts,
    private readonly references: PartReferences,
  ) {
    this.kind = {
      repository: links,
      notFound: () => notFound('LINK_NOT_FOUND', 'link of this hearing'),
      show: (row) => HearingLinkDto.from(row),
    };
  }

  list(hearingId: string, query: ListHearingLinksQuery, wantsTotal: boolean): Promise<Page<HearingLinkDto>> {
    return this.parts.page(this.kind, hearingId, query, wantsTotal);
  }

  get(hearingId: string, id: string): Promise<HearingLinkDto> {
    return this.parts.get(this.kind, hearingId, id);
  }

  create(hearingId: string, input: CreateHearingLinkDto, key?: string): Promise<HearingLinkDto> {
    return this.parts.create(this.kind, hearingId, input, key, async (_hearing, id, ordinal) => {
      const { order: _order, ...columns } = input;
      await this.check(hearingId, columns);
      await this.links.insert({ id, hearingId, ordinal, ...columns, ...labelOfPart(false) });
    });
  }

  update(
    hearingId: string,
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdateHearingLinkDto,
  ): Promise<HearingLinkDto> {
    return this.parts.update(this.kind, hearingId, id, ifMatch, input, async (_hearing, before) => {
      const { order = before.ordinal, ...columns } = input;
      await this.check(hearingId, { ...before, ...given(columns) });
      await this.links.update(id, { ordinal: order, ...columns });
    });
  }

  remove(hearingId: string, id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    return this.parts.remove(this.kind, hearingId, id, ifMatch, () => this.links.remove(id));
  }

  private async check(hearingId: string, link: UpdateHearingLinkDto): Promise<void> {
    if (link.identifier == null && link.title == null && link.url == null) {
      throw broken('LINK_EMPTY', '/url', 'A link has an identifier, a title or an address.');
    }
    await this.references.require(hearingId, { witnessId: link.witnessId });
  }
}
