import { Module } from '@nestjs/common';
import { ZoneController } from './zone.controller.js';
import { ZoneRepository } from './zone.repository.js';
import { ZoneService } from './zone.service.js';

@Module({
  controllers: [ZoneController],
  providers: [ZoneService, ZoneRepository],
  exports: [ZoneService],
})
export class CommissionModule {}
