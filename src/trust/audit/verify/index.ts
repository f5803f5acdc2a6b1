export type { Fault, FaultKind } from './fault.js';
export { type Verdict, verifyLog, type VerifyOptions } from './verify-log.js';
