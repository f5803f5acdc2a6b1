import { Module } from '@nestjs/common';
import { BenchRepository } from './bench/sitting/bench.repository.js';
import { BenchService } from './bench/sitting/bench.service.js';
import { CommissionController } from './body/commission.controller.js';
import { CommissionRepository } from './body/commission.repository.js';
import { CommissionService } from './body/commission.service.js';
import { PersonController } from './people/person.controller.js';
import { PersonRepository } from './people/person.repository.js';
import { PersonService } from './people/person.service.js';
import { ZoneController } from './zones/zone.controller.js';
import { ZoneRepository } from './zones/zone.repository.js';
import { ZoneService } from './zones/zone.service.js';

@Module({
  controllers: [CommissionController, ZoneController, PersonController],
  providers: [
    BenchService,
    BenchRepository,
    CommissionService,
    CommissionRepository,
    ZoneService,
    ZoneRepository,
    PersonService,
    PersonRepository,
  ],
  exports: [BenchService, CommissionService, ZoneService, PersonService],
})
export class CommissionModule {}
