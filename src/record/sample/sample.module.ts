import { Module } from '@nestjs/common';
import { CommissionModule } from '#src/record/commission/index.js';
import { HearingsModule } from '#src/record/hearings/index.js';
import { ProceedingsModule } from '#src/record/proceedings/index.js';
import { SampleCommission } from './commission/sample-commission.js';
import { SampleHearings } from './hearings/sample-hearings.js';
import { SampleProceedings } from './hearings/sample-proceedings.js';
import { SampleService } from './sample.service.js';

@Module({
  imports: [CommissionModule, HearingsModule, ProceedingsModule],
  providers: [SampleService, SampleCommission, SampleHearings, SampleProceedings],
  exports: [SampleService],
})
export class SampleModule {}
