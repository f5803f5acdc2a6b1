export { type AuditDetails, AuditLog, type Note } from './audit-log.js';
export { AuditModule } from './audit.module.js';
export { Freshness } from './freshness.js';
export { Sealer } from './seal/sealer.js';
export { type Fault, type Verdict, verifyLog } from './verify/index.js';
