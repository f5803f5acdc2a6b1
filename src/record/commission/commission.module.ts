import { Module } from '@nestjs/common';
import { actAs, PUBLIC_ACTOR } from '#src/trust/access/index.js';
import { PersonalWords } from '#src/trust/accounts/index.js';
import { BENCH_CONTROLLERS, BENCH_PROVIDERS } from './bench/bench.parts.js';
import { BenchService } from './bench/sitting/bench.service.js';
import { CommissionController } from './body/commission.controller.js';
import { CommissionPageRepository } from './body/commission-page.repository.js';
import { CommissionRepository } from './body/commission.repository.js';
import { CommissionService } from './body/commission.service.js';
import { MATTER_CONTROLLERS, MATTER_PROVIDERS } from './matters/matters.parts.js';
import { RecusalService } from './matters/recusal.service.js';
import { MatterService } from './matters/matter.service.js';
import { OrganisationController } from './organisations/organisation.controller.js';
import { OrganisationRepository } from './organisations/organisation.repository.js';
import { OrganisationService } from './organisations/organisation.service.js';
import { PEOPLE_CONTROLLERS, PEOPLE_PROVIDERS } from './people/people.parts.js';
import { PersonService } from './people/person.service.js';
import { POPOLO_CONTROLLERS, POPOLO_PROVIDERS } from './popolo/popolo.parts.js';
import { CommissionSearch } from './shared/commission-search.js';
import { CoverageController } from './sectors/coverage.controller.js';
import { CoverageRepository } from './sectors/coverage.repository.js';
import { CoverageService } from './sectors/coverage.service.js';
import { SectorController } from './sectors/sector.controller.js';
import { CommissionerService } from './bench/commissioners/commissioner.service.js';
import { PostService } from './bench/posts/post.service.js';
import { TermService } from './bench/terms/term.service.js';
import { SectorRepository } from './sectors/sector.repository.js';
import { SectorService } from './sectors/sector.service.js';
import { ZoneCountyRepository } from './zones/zone-county.repository.js';
import { ZoneController } from './zones/zone.controller.js';
import { ZoneRepository } from './zones/zone.repository.js';
import { ZoneService } from './zones/zone.service.js';

@Module({
  controllers: [
    CommissionController,
    SectorController,
    CoverageController,
    OrganisationController,
    ZoneController,
    ...PEOPLE_CONTROLLERS,
    ...BENCH_CONTROLLERS,
    ...MATTER_CONTROLLERS,
    ...POPOLO_CONTROLLERS,
  ],
  providers: [
    ...BENCH_PROVIDERS,
    ...MATTER_PROVIDERS,
    ...POPOLO_PROVIDERS,
    CommissionService,
    CommissionRepository,
    CommissionPageRepository,
    CommissionSearch,
    SectorService,
    SectorRepository,
    CoverageService,
    CoverageRepository,
    OrganisationService,
    OrganisationRepository,
    ZoneService,
    ZoneRepository,
    ZoneCountyRepository,
    ...PEOPLE_PROVIDERS,
  ],
  exports: [
    BenchService,
    PostService,
    TermService,
    CommissionerService,
    MatterService,
    RecusalService,
    CommissionService,
    SectorService,
    OrganisationService,
    ZoneService,
    PersonService,
  ],
})
export class CommissionModule {
  /** What everybody knows is no part of a password. */
  constructor(words: PersonalWords, commission: CommissionRepository) {
    words.register(async () => [(await actAs(PUBLIC_ACTOR, () => commission.find())).name]);
  }
}
