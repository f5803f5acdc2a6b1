import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
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
import { ApiChangesStatus } from '../shared/operations.js';
import { ChangeStatusDto } from '../shared/status.dto.js';
import {
  CreateRecordingDto,
  ListRecordingsQuery,
  RecordingDto,
  UpdateRecordingDto,
} from './recording.dto.js';
import { RecordingService } from './recording.service.js';

@ApiTags('Testimony')
@Controller('recordings')
export class RecordingController {
  constructor(private readonly recordings: RecordingService) {}

  /** Lists recordings. */
  @Get()
  @Public('testimonies:read')
  @PagedResponse(RecordingDto)
  listRecordings(
    @Query() query: ListRecordingsQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<RecordingDto>> {
    return this.recordings.list(query, wantsTotal);
  }

  /** Enters a recording of a hearing. */
  @Post()
  @Requires(Permission.TestimonyCreate)
  @ApiCreates(RecordingDto)
  createRecording(@Body() input: CreateRecordingDto, @IdempotencyKey() key?: string): Promise<RecordingDto> {
    return this.recordings.create(input, key);
  }

  /** Reads one recording and its parts. */
  @Get(':recordingId')
  @Public('testimonies:read')
  @ApiReads(RecordingDto)
  getRecording(@UuidParam('recordingId') id: string): Promise<RecordingDto> {
    return this.recordings.get(id);
  }

  /** Changes what is said of a recording. */
  @Patch(':recordingId')
  @Requires(Permission.TestimonyUpdate)
  @ApiUpdates(RecordingDto)
  updateRecording(
    @UuidParam('recordingId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateRecordingDto,
  ): Promise<RecordingDto> {
    return this.recordings.update(id, ifMatch, input);
  }

  /** Posts, holds or retracts a recording. */
  @Post(':recordingId/status-changes')
  @Requires(Permission.TestimonyUpdate)
  @ApiChangesStatus(RecordingDto)
  changeRecordingStatus(
    @UuidParam('recordingId') id: string,
    @Body() input: ChangeStatusDto,
  ): Promise<RecordingDto> {
    return this.recordings.changeStatus(id, input);
  }
}
