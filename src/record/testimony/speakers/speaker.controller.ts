import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  Tagged,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { FoundAt } from '../shared/operations.js';
import {
  IdentifySpeakerDto,
  ListSpeakersQuery,
  MergeSpeakersDto,
  SpeakerDto,
  SplitSpeakerDto,
} from './speaker.dto.js';
import { SpeakerService } from './speaker.service.js';
import { SpeakerSorting } from './speaker-sorting.service.js';

@ApiTags('Testimony')
@Controller('transcripts/:transcriptId/speakers')
export class SpeakerController {
  constructor(
    private readonly speakers: SpeakerService,
    private readonly sorting: SpeakerSorting,
  ) {}

  /** Lists the speakers of a transcript, and how much each says. */
  @Get()
  @Public('testimonies:read')
  @PagedResponse(SpeakerDto)
  @ApiProblems(400, 404, 429)
  listSpeakers(
    @UuidParam('transcriptId') transcriptId: string,
    @Query() query: ListSpeakersQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<SpeakerDto>> {
    return this.speakers.list(transcriptId, query, wantsTotal);
  }

  /** Makes one speaker of several. */
  @Post('merges')
  @HttpCode(200)
  @Requires(Permission.TestimonyUpdate)
  @Tagged()
  @ApiOkResponse({ type: SpeakerDto })
  @ApiProblems(400, 404, 409, 413, 422, 429)
  mergeSpeakers(
    @UuidParam('transcriptId') transcriptId: string,
    @Body() input: MergeSpeakersDto,
  ): Promise<SpeakerDto> {
    return this.sorting.merge(transcriptId, input);
  }

  /** Reads one speaker. */
  @Get(':speakerId')
  @Public('testimonies:read')
  @ApiReads(SpeakerDto)
  getSpeaker(
    @UuidParam('transcriptId') transcriptId: string,
    @UuidParam('speakerId') id: string,
  ): Promise<SpeakerDto> {
    return this.speakers.get(transcriptId, id);
  }

  /** Says whose voice it is. */
  @Patch(':speakerId')
  @Requires(Permission.TestimonyUpdate)
  @ApiUpdates(SpeakerDto)
  identifySpeaker(
    @UuidParam('transcriptId') transcriptId: string,
    @UuidParam('speakerId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: IdentifySpeakerDto,
  ): Promise<SpeakerDto> {
    return this.speakers.identify(transcriptId, id, ifMatch, input);
  }

  /** Gives some cues of a speaker to a new one. */
  @Post(':speakerId/splits')
  @Requires(Permission.TestimonyUpdate)
  @ApiCreates(SpeakerDto)
  @FoundAt((made, path) => path.replace(/[^/]+\/splits\/?$/, made.id))
  splitSpeaker(
    @UuidParam('transcriptId') transcriptId: string,
    @UuidParam('speakerId') id: string,
    @Body() input: SplitSpeakerDto,
    @IdempotencyKey() key?: string,
  ): Promise<SpeakerDto> {
    return this.sorting.split(transcriptId, id, input, key);
  }
}
