import { Module } from '@nestjs/common';
import { PersonController } from './people/person.controller.js';
import { PersonRepository } from './people/person.repository.js';
import { PersonService } from './people/person.service.js';
import { ZoneController } from './zones/zone.controller.js';
import { ZoneRepository } from './zones/zone.repository.js';
import { ZoneService } from './zones/zone.service.js';

@Module({
  controllers: [ZoneController, PersonController],
  providers: [ZoneService, ZoneRepository, PersonService, PersonRepository],
  exports: [ZoneService, PersonService],
})
export class CommissionModule {}
