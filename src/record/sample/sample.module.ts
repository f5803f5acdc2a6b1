import { Module } from '@nestjs/common';
import { CommissionModule } from '#src/record/commission/index.js';
import { HearingsModule } from '#src/record/hearings/index.js';
import { SampleService } from './sample.service.js';

@Module({
  imports: [CommissionModule, HearingsModule],
  providers: [SampleService],
  exports: [SampleService],
})
export class SampleModule {}
