import { Module } from '@nestjs/common';
import { CommissionModule } from '#src/record/commission/index.js';
import { HearingsModule } from '#src/record/hearings/index.js';
import { ArrivalsService } from './attendance/arrivals.service.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AttendanceRepository } from './attendance/attendance.repository.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { MinutesController } from './minutes/minutes.controller.js';
import { MinutesApprovalService } from './minutes/approval/minutes-approval.service.js';
import { MinutesVersionService } from './minutes/minutes-version.service.js';
import { MinutesService } from './minutes/minutes.service.js';
import { MINUTES_PROVIDERS } from './minutes/minutes.providers.js';
import { MotionController } from './motions/motion.controller.js';
import { MotionRepository } from './motions/motion.repository.js';
import { MotionRoom } from './motions/motion-room.js';
import { MotionSearch } from './motions/motion-search.js';
import { MotionWarnings } from './motions/motion-warnings.js';
import { MotionService } from './motions/motion.service.js';
import { RollCallService } from './motions/voting/roll-call.service.js';
import { QuorumController } from './quorum/quorum.controller.js';
import { QuorumService } from './quorum/quorum.service.js';
import { SittingRepository } from './quorum/sitting.repository.js';
import { SittingService } from './quorum/sitting.service.js';
import { SignInController } from './sign-ins/sign-in.controller.js';
import { SignInRepository } from './sign-ins/sign-in.repository.js';
import { SignInService } from './sign-ins/sign-in.service.js';

/** What happened at a hearing. */
@Module({
  imports: [CommissionModule, HearingsModule],
  controllers: [
    AttendanceController,
    MinutesController,
    QuorumController,
    MotionController,
    SignInController,
  ],
  providers: [
    ArrivalsService,
    AttendanceService,
    AttendanceRepository,
    QuorumService,
    SittingService,
    SittingRepository,
    MotionService,
    MotionRepository,
    MotionRoom,
    MotionWarnings,
    MotionSearch,
    RollCallService,
    SignInService,
    SignInRepository,
    ...MINUTES_PROVIDERS,
  ],
  exports: [
    AttendanceService,
    MotionService,
    RollCallService,
    SignInService,
    MinutesService,
    MinutesVersionService,
    MinutesApprovalService,
  ],
})
export class ProceedingsModule {}
