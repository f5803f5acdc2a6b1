export { JobsDoorModule } from './jobs-door.module.js';
