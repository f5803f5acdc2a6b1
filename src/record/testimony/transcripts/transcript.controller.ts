import { Body, Controller, Get, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  given,
  IdempotencyKey,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { API, ApiChangesStatus, FoundAt } from '../shared/operations.js';
import { ChangeStatusDto } from '../shared/status.dto.js';
import { ApiGivesTranscript, ApiTakesTranscript } from '../texts/text-operations.js';
import { answerText, formatOf } from '../texts/text-answer.js';
import {
  CreateTranscriptDto,
  DeriveTranscriptDto,
  GetTranscriptQuery,
  ImportedTranscriptDto,
  ListTranscriptsQuery,
  TranscriptDto,
  TranscriptUploadQuery,
} from './transcript.dto.js';
import { TranscriptDerivation } from './transcript-derivation.service.js';
import { TranscriptExport } from '../texts/transcript-export.js';
import { TranscriptImport } from './transcript-import.service.js';
import { TranscriptService } from './transcript.service.js';
import { TranscriptUpload } from '../texts/transcript-upload.js';

const foundAsTranscript = FoundAt((made) => `${API}/transcripts/${made.id}`);

@ApiTags('Testimony')
@Controller()
export class TranscriptController {
  constructor(
    private readonly transcripts: TranscriptService,
    private readonly imports: TranscriptImport,
    private readonly derivations: TranscriptDerivation,
    private readonly exports: TranscriptExport,
  ) {}

  /** Lists the transcripts of a recording, those that were replaced as well. */
  @Get('recordings/:recordingId/transcripts')
  @Public('testimonies:read')
  @PagedResponse(TranscriptDto)
  @ApiProblems(400, 404, 429)
  listTranscripts(
    @UuidParam('recordingId') recordingId: string,
    @Query() query: ListTranscriptsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<TranscriptDto>> {
    return this.transcripts.list(recordingId, query, wantsTotal);
  }

  /** Takes in a transcript of a recording: WebVTT, SubRip, text or JSON. */
  @Post('recordings/:recordingId/transcripts')
  @Requires(Permission.TestimonyCreate)
  @ApiTakesTranscript()
  @ApiCreates(ImportedTranscriptDto)
  @foundAsTranscript
  createTranscript(
    @UuidParam('recordingId') recordingId: string,
    @Query() query: TranscriptUploadQuery,
    @TranscriptUpload() upload: CreateTranscriptDto,
    @IdempotencyKey() key?: string,
  ): Promise<ImportedTranscriptDto> {
    return this.imports.create(recordingId, { ...query, ...given(upload) }, key);
  }

  /** Reads one transcript: what is known of it, or in the format that is asked for, all that was said. */
  @Get('transcripts/:transcriptId')
  @Public('testimonies:read')
  @ApiGivesTranscript()
  @ApiReads(TranscriptDto)
  async getTranscript(
    @UuidParam('transcriptId') id: string,
    @Query() query: GetTranscriptQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TranscriptDto | StreamableFile> {
    const format = formatOf(query.format, request);
    if (format === null) return this.transcripts.get(id);
    return answerText(await this.exports.open(id, format), request, response);
  }

  /** Makes a copy that may be corrected and becomes the one that is read. */
  @Post('transcripts/:transcriptId/derivations')
  @Requires(Permission.TestimonyUpdate)
  @ApiCreates(TranscriptDto)
  @foundAsTranscript
  deriveTranscript(
    @UuidParam('transcriptId') id: string,
    @Body() input: DeriveTranscriptDto,
    @IdempotencyKey() key?: string,
  ): Promise<TranscriptDto> {
    return this.derivations.derive(id, input, key);
  }

  /** Posts, holds or retracts a transcript. */
  @Post('transcripts/:transcriptId/status-changes')
  @Requires(Permission.TestimonyUpdate)
  @ApiChangesStatus(TranscriptDto)
  changeTranscriptStatus(
    @UuidParam('transcriptId') id: string,
    @Body() input: ChangeStatusDto,
  ): Promise<TranscriptDto> {
    return this.transcripts.changeStatus(id, input);
  }
}
