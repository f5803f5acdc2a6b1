export { CalendarService } from './calendar/calendar.service.js';
export { PublicAddress } from './shared/public-address.js';
export { PublicationModule } from './publication.module.js';
