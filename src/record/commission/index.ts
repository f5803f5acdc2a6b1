import { Commission } from './body/commission.entity.js';
import { Organisation } from './organisations/organisation.entity.js';
import { Post } from './bench/posts/post.entity.js';
import { Membership } from './bench/terms/membership.entity.js';
import { Matter } from './matters/matter.entity.js';
import { Recusal } from './matters/recusal.entity.js';
import { PersonContact } from './people/contact.entity.js';
import { Person } from './people/person.entity.js';
import { Sector } from './sectors/sector.entity.js';
import { ZoneCounty } from './zones/zone-county.entity.js';
import { Zone } from './zones/zone.entity.js';

export { CommissionerService } from './bench/commissioners/commissioner.service.js';
export { PostService } from './bench/posts/post.service.js';
export { TermService } from './bench/terms/term.service.js';
export { BenchService } from './bench/sitting/bench.service.js';
export { seatedBetween } from './bench/sitting/seated.js';
export type { BenchDay, Seat, SeatCount } from './bench/sitting/seat.js';
export { CommissionModule } from './commission.module.js';
export { CommissionDto, UpdateCommissionDto } from './body/commission.dto.js';
export { type CommissionFacts, CommissionService } from './body/commission.service.js';
export { LEGAL_PROFILES, type LegalProfile } from './body/legal-profile.js';
export { MatterService } from './matters/matter.service.js';
export { RecusalService } from './matters/recusal.service.js';
export { personAccount } from './people/person-account.js';
export type { PopoloDto } from './popolo/popolo.dto.js';
export { PopoloExport } from './popolo/popolo-export.service.js';
export { PopoloImport, type PopoloReport } from './popolo/importing/popolo-import.service.js';
export { PopoloRefusal, type PopoloRemark } from './popolo/importing/popolo-problems.js';
export { PersonDto } from './people/person.dto.js';
export { OrganisationService } from './organisations/organisation.service.js';
export { SectorService } from './sectors/sector.service.js';
export { ZoneDto } from './zones/zone.dto.js';
export { PersonService } from './people/person.service.js';
export { ZoneService } from './zones/zone.service.js';

export const COMMISSION_ENTITIES = [
  Commission,
  Sector,
  Organisation,
  Zone,
  ZoneCounty,
  Person,
  PersonContact,
  Post,
  Membership,
  Matter,
  Recusal,
];
