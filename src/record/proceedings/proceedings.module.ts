import { Module } from '@nestjs/common';
import { HearingsModule } from '#src/record/hearings/index.js';
import { SignInController } from './sign-ins/sign-in.controller.js';
import { SignInRepository } from './sign-ins/sign-in.repository.js';
import { SignInService } from './sign-ins/sign-in.service.js';

/** What happened at a hearing. */
@Module({
  imports: [HearingsModule],
  controllers: [SignInController],
  providers: [SignInService, SignInRepository],
  exports: [SignInService],
})
export class ProceedingsModule {}
