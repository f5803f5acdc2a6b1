import { Person } from './entities/person.entity.js';
import { Zone } from './entities/zone.entity.js';

export { CommissionModule } from './commission.module.js';
export { PersonDto } from './dto/person.dto.js';
export { ZoneDto } from './dto/zone.dto.js';
export { PersonService } from './person.service.js';
export { ZoneService } from './zone.service.js';

export const COMMISSION_ENTITIES = [Zone, Person];
