import { Global, Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { Freshness } from './freshness.js';

@Global()
@Module({ providers: [AuditLog, Freshness], exports: [AuditLog, Freshness] })
export class AuditModule {}
