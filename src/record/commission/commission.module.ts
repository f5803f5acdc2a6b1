import { Module } from '@nestjs/common';
import { PersonController } from './person.controller.js';
import { PersonRepository } from './person.repository.js';
import { PersonService } from './person.service.js';
import { ZoneController } from './zone.controller.js';
import { ZoneRepository } from './zone.repository.js';
import { ZoneService } from './zone.service.js';

@Module({
  controllers: [ZoneController, PersonController],
  providers: [ZoneService, ZoneRepository, PersonService, PersonRepository],
  exports: [ZoneService, PersonService],
})
export class CommissionModule {}
