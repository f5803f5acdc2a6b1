import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
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
import { CreateSponsorDto, ListSponsorsQuery, UpdateSponsorDto } from './organisation-input.dto.js';
import { SponsorDto, SponsorWithAppointeesDto } from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('Commission')
@Controller('sponsors')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  /** Lists co-sponsors, endorsers and other bodies beside the commission: the listed ones, and for clerks all. */
  @Get()
  @Public('commission:read')
  @PagedResponse(SponsorDto)
  @ApiProblems(400, 429)
  listSponsors(
    @Query() query: ListSponsorsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<SponsorDto>> {
    return this.organisations.list(query, wantsTotal);
  }

  /** Enters a body. */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(SponsorWithAppointeesDto)
  createSponsor(
    @Body() input: CreateSponsorDto,
    @IdempotencyKey() key?: string,
  ): Promise<SponsorWithAppointeesDto> {
    return this.organisations.create(input, key);
  }

  /** Reads one body, with those whom it appointed. */
  @Get(':sponsorId')
  @Public('commission:read')
  @ApiReads(SponsorWithAppointeesDto)
  getSponsor(@UuidParam('sponsorId') id: string): Promise<SponsorWithAppointeesDto> {
    return this.organisations.get(id);
  }

  /** Changes a body; `listed` opens it to the public or takes it back. */
  @Patch(':sponsorId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(SponsorWithAppointeesDto)
  updateSponsor(
    @UuidParam('sponsorId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateSponsorDto,
  ): Promise<SponsorWithAppointeesDto> {
    return this.organisations.update(id, ifMatch, input);
  }
}
