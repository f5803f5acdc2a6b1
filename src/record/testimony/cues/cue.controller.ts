import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { NumberParam } from '../shared/params.js';
import { CueDto, ListCuesQuery, UpdateCueDto } from './cue.dto.js';
import { CueEditDto, ListCueEditsQuery } from './cue-edit.dto.js';
import { CueEditService } from './cue-edit.service.js';
import { CueService } from './cue.service.js';

@ApiTags('Testimony')
@Controller('transcripts/:transcriptId/cues')
export class CueController {
  constructor(
    private readonly cues: CueService,
    private readonly edits: CueEditService,
  ) {}

  /** Lists what was said, in order. */
  @Get()
  @Public('testimonies:read')
  @PagedResponse(CueDto)
  @ApiProblems(400, 404, 429)
  listCues(
    @UuidParam('transcriptId') transcriptId: string,
    @Query() query: ListCuesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<CueDto>> {
    return this.cues.list(transcriptId, query, wantsTotal);
  }

  /** Reads one cue. */
  @Get(':number')
  @Public('testimonies:read')
  @ApiReads(CueDto)
  getCue(
    @UuidParam('transcriptId') transcriptId: string,
    @NumberParam('number') number: number,
  ): Promise<CueDto> {
    return this.cues.get(transcriptId, number);
  }

  /** Corrects a cue of a transcript that was derived for it. */
  @Patch(':number')
  @Requires(Permission.TestimonyUpdate)
  @ApiUpdates(CueDto)
  updateCue(
    @UuidParam('transcriptId') transcriptId: string,
    @NumberParam('number') number: number,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateCueDto,
  ): Promise<CueDto> {
    return this.edits.edit(transcriptId, number, ifMatch, input);
  }

  /** Lists who changed a cue and what it said before, the last change first. */
  @Get(':number/edits')
  @Requires(Permission.TranscriptHistory)
  @PagedResponse(CueEditDto)
  @ApiProblems(400, 404, 429)
  listCueEdits(
    @UuidParam('transcriptId') transcriptId: string,
    @NumberParam('number') number: number,
    @Query() query: ListCueEditsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<CueEditDto>> {
    return this.edits.history(transcriptId, number, query, wantsTotal);
  }
}
