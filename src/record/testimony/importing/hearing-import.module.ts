import { Module } from '@nestjs/common';
import { TestimonyModule } from '../testimony.module.js';
import { ExportRepository } from '../exporting/export.repository.js';
import { HearingExport } from '../exporting/hearing-export.service.js';
import { HearingImport } from './hearing-import.service.js';
import { ImportEntries } from './import-entries.js';
import { ImportRepository } from './import.repository.js';

/** Hearings from folders and back. A module of its own: what only answers requests need not load it. */
@Module({
  imports: [TestimonyModule],
  providers: [HearingImport, HearingExport, ImportRepository, ExportRepository, ImportEntries],
  exports: [HearingImport, HearingExport],
})
export class HearingImportModule {}
