import { Module } from '@nestjs/common';
import { HearingsModule } from '#src/record/hearings/index.js';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AttendanceRepository } from './attendance/attendance.repository.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { BenchDaysRepository } from './quorum/bench-days.repository.js';
import { QuorumController } from './quorum/quorum.controller.js';
import { QuorumService } from './quorum/quorum.service.js';
import { SittingRepository } from './quorum/sitting.repository.js';
import { SittingService } from './quorum/sitting.service.js';
import { SignInController } from './sign-ins/sign-in.controller.js';
import { SignInRepository } from './sign-ins/sign-in.repository.js';
import { SignInService } from './sign-ins/sign-in.service.js';

/** What happened at a hearing. */
@Module({
  imports: [HearingsModule],
  controllers: [AttendanceController, QuorumController, SignInController],
  providers: [
    AttendanceService,
    AttendanceRepository,
    QuorumService,
    SittingService,
    SittingRepository,
    BenchDaysRepository,
    SignInService,
    SignInRepository,
  ],
  exports: [SignInService],
})
export class ProceedingsModule {}
