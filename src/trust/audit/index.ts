export { type AuditDetails, AuditLog } from './audit-log.js';
export { AuditModule } from './audit.module.js';
export { Freshness } from './freshness.js';
