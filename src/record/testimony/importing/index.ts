export { type ExportReport, HearingExport } from '../exporting/hearing-export.service.js';
export { HearingImportModule } from './hearing-import.module.js';
export { HearingImport } from './hearing-import.service.js';
export { readHearingFolder } from '../folder/index.js';
export { problemsOf } from './import.errors.js';
export {
  IMPORT_STAGES,
  type ImportCounts,
  type ImportOptions,
  type ImportProblem,
  type ImportReport,
  type ImportStage,
} from './import.types.js';
