import { Person } from './people/person.entity.js';
import { Zone } from './zones/zone.entity.js';

export { CommissionModule } from './commission.module.js';
export { PersonDto } from './people/person.dto.js';
export { ZoneDto } from './zones/zone.dto.js';
export { PersonService } from './people/person.service.js';
export { ZoneService } from './zones/zone.service.js';

export const COMMISSION_ENTITIES = [Zone, Person];
