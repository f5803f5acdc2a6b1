import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiDeletes,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import {
  CreateHearingLinkDto,
  HearingLinkDto,
  ListHearingLinksQuery,
  UpdateHearingLinkDto,
} from './link.dto.js';
import { LinkService } from './link.service.js';

@ApiTags('Hearings')
@Controller('hearings/:hearingId/links')
export class LinkController {
  constructor(private readonly links: LinkService) {}

  /** Lists what a hearing is called and where more of it lies elsewhere. */
  @Get()
  @Public('hearings:read')
  @PagedResponse(HearingLinkDto)
  @ApiProblems(400, 404, 429)
  listHearingLinks(
    @UuidParam('hearingId') hearingId: string,
    @Query() query: ListHearingLinksQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<HearingLinkDto>> {
    return this.links.list(hearingId, query, wantsTotal);
  }

  /** Adds a link; before and after the notice. */
  @Post()
  @Requires(Permission.HearingUpdate)
  @ApiCreates(HearingLinkDto)
  createHearingLink(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: CreateHearingLinkDto,
    @IdempotencyKey() key?: string,
  ): Promise<HearingLinkDto> {
    return this.links.create(hearingId, input, key);
  }

  /** Reads one link. */
  @Get(':linkId')
  @Public('hearings:read')
  @ApiReads(HearingLinkDto)
  getHearingLink(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('linkId') id: string,
  ): Promise<HearingLinkDto> {
    return this.links.get(hearingId, id);
  }

  /** Changes a link. */
  @Patch(':linkId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(HearingLinkDto)
  updateHearingLink(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('linkId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateHearingLinkDto,
  ): Promise<HearingLinkDto> {
    return this.links.update(hearingId, id, ifMatch, input);
  }

  /** Removes a link. */
  @Delete(':linkId')
  @Requires(Permission.HearingUpdate)
  @ApiDeletes()
  async deleteHearingLink(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('linkId') id: string,
    @IfMatch() ifMatch: string[] | '*',
  ): Promise<void> {
    await this.links.remove(hearingId, id, ifMatch);
  }
}
