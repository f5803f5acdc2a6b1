import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
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
import { ListTestimoniesQuery } from './list-testimonies.dto.js';
import {
  CreateTestimonyDto,
  SetTestimonyRecordingDto,
  TestimonyDto,
  UpdateTestimonyDto,
} from './testimony.dto.js';
import { TestimonyRecord } from './testimony-record.service.js';
import { TestimonyService } from './testimony.service.js';

@ApiTags('Testimony')
@Controller('testimonies')
export class TestimonyController {
  constructor(
    private readonly testimonies: TestimonyService,
    private readonly record: TestimonyRecord,
  ) {}

  /** Lists testimonies. */
  @Get()
  @Public('testimonies:read')
  @PagedResponse(TestimonyDto)
  listTestimonies(
    @Query() query: ListTestimoniesQuery,
    @WantsTotal() wantsTotal: boolean,
  ): Promise<Page<TestimonyDto>> {
    return this.testimonies.list(query, wantsTotal);
  }

  /** Enters a testimony. */
  @Post()
  @Requires(Permission.TestimonyCreate)
  @ApiCreates(TestimonyDto)
  createTestimony(@Body() input: CreateTestimonyDto, @IdempotencyKey() key?: string): Promise<TestimonyDto> {
    return this.testimonies.create(input, key);
  }

  /** Reads one testimony. */
  @Get(':testimonyId')
  @Public('testimonies:read')
  @ApiReads(TestimonyDto)
  getTestimony(@UuidParam('testimonyId') id: string): Promise<TestimonyDto> {
    return this.testimonies.get(id);
  }

  /** Changes what is said of a testimony. */
  @Patch(':testimonyId')
  @Requires(Permission.TestimonyUpdate)
  @ApiUpdates(TestimonyDto)
  updateTestimony(
    @UuidParam('testimonyId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateTestimonyDto,
  ): Promise<TestimonyDto> {
    return this.testimonies.update(id, ifMatch, input);
  }

  /** Posts, holds or retracts a testimony. */
  @Post(':testimonyId/status-changes')
  @Requires(Permission.TestimonyUpdate)
  @ApiChangesStatus(TestimonyDto)
  changeTestimonyStatus(
    @UuidParam('testimonyId') id: string,
    @Body() input: ChangeStatusDto,
  ): Promise<TestimonyDto> {
    return this.record.changeStatus(id, input);
  }

  /** Says where in a recording it was given. */
  @Put(':testimonyId/recording')
  @Requires(Permission.TestimonyUpdate)
  @ApiUpdates(TestimonyDto)
  setTestimonyRecording(
    @UuidParam('testimonyId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: SetTestimonyRecordingDto,
  ): Promise<TestimonyDto> {
    return this.record.setRecording(id, ifMatch, input);
  }
}
