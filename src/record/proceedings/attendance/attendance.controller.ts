import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IfMatch,
  Tagged,
  UuidParam,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { ArrivalsService } from './arrivals.service.js';
import {
  RecordArrivalDto,
  RecordArrivalsDto,
  RecordAttendanceDto,
  RecordDepartureDto,
} from './attendance-input.dto.js';
import {
  AttendanceEntryDto,
  AttendanceRollDto,
  RecordedArrivalsDto,
  RecordedAttendanceDto,
} from './attendance.dto.js';
import { AttendanceService } from './attendance.service.js';

const ETAG = {
  ETag: { description: 'The revision that `If-Match` names', schema: { type: 'string' } },
} as const;

@ApiTags('Proceedings')
@Controller('hearings/:hearingId/attendance')
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly arrivals: ArrivalsService,
  ) {}

  /** The roll of a hearing: every commissioner of those days, and from when to when they were there. */
  @Get()
  @Public('hearings:read')
  @ApiOkResponse({ type: AttendanceRollDto })
  @ApiProblems(400, 404, 429)
  listAttendance(@UuidParam('hearingId') hearingId: string): Promise<AttendanceRollDto> {
    return this.attendance.roll(hearingId);
  }

  /** One commissioner's part of the roll; its ETag is what a change of it names, from before the first arrival on. */
  @Get(':commissionerId')
  @Public('hearings:read')
  @ApiReads(AttendanceEntryDto)
  getAttendance(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('commissionerId') personId: string,
  ): Promise<AttendanceEntryDto> {
    return this.attendance.get(hearingId, personId);
  }

  /**
   * Writes down one commissioner's whole day in the place of what was written. The answer warns where that leaves the
   * commission in session without a quorum that it had before. 422 `NOT_A_MEMBER`, `LEFT_BEFORE_ARRIVED`,
   * `PRESENCES_OVERLAP`, `PLACE_REQUIRED`; 409 `HEARING_NOT_HELD`, and `RECORD_APPROVED` once the minutes were.
   */
  @Put(':commissionerId')
  @Requires(Permission.HearingUpdate)
  @ApiUpdates(RecordedAttendanceDto)
  recordAttendance(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('commissionerId') personId: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: RecordAttendanceDto,
  ): Promise<RecordedAttendanceDto> {
    return this.attendance.record(hearingId, personId, ifMatch, input);
  }

  /**
   * Somebody comes, now or at a moment. Who is there already stays as they are, so that this can be sent twice, or by
   * two clerks. 409 `ALREADY_PRESENT` in another way or place, `PRESENT_LATER`.
   */
  @Post(':commissionerId/arrivals')
  @Requires(Permission.HearingUpdate)
  @HttpCode(200)
  @Tagged()
  @ApiOkResponse({ type: RecordedAttendanceDto, headers: ETAG })
  @ApiProblems(400, 404, 409, 413, 422, 429)
  recordArrival(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('commissionerId') personId: string,
    @Body() input: RecordArrivalDto,
  ): Promise<RecordedAttendanceDto> {
    return this.attendance.arrive(hearingId, personId, input);
  }

  /**
   * All who are there come at once, now or at a moment: the roster, the whole bench where it is empty, or those who are
   * named. Everybody is written down or nobody; who is there already stays as they are, so that this can be sent twice,
   * or by two clerks. 409 and 422 as with one arrival, with a pointer to the one that is refused.
   */
  @Post('arrivals')
  @Requires(Permission.HearingUpdate)
  @HttpCode(200)
  @ApiOkResponse({ type: RecordedArrivalsDto })
  @ApiProblems(400, 404, 409, 413, 422, 429)
  recordArrivals(
    @UuidParam('hearingId') hearingId: string,
    @Body() input: RecordArrivalsDto,
  ): Promise<RecordedArrivalsDto> {
    return this.arrivals.record(hearingId, input);
  }

  /**
   * Somebody goes, now or at a moment. Who has left already stays as they are. The answer warns where that leaves the
   * commission in session without a quorum. 409 `NOT_PRESENT`.
   */
  @Post(':commissionerId/departures')
  @Requires(Permission.HearingUpdate)
  @HttpCode(200)
  @Tagged()
  @ApiOkResponse({ type: RecordedAttendanceDto, headers: ETAG })
  @ApiProblems(400, 404, 409, 413, 422, 429)
  recordDeparture(
    @UuidParam('hearingId') hearingId: string,
    @UuidParam('commissionerId') personId: string,
    @Body() input: RecordDepartureDto,
  ): Promise<RecordedAttendanceDto> {
    return this.attendance.depart(hearingId, personId, input);
  }
}
