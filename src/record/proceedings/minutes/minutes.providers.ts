import { ApprovalRepository } from './approval/approval.repository.js';
import { MinutesApprovalService } from './approval/minutes-approval.service.js';
import { FactsReader } from './generate/facts-reader.js';
import { FactsRepository } from './generate/facts.repository.js';
import { MinutesGenerator } from './generate/minutes-generator.js';
import { MinutesSearch } from './minutes-search.js';
import { MinutesSteps } from './minutes-steps.js';
import { MinutesVersionService } from './minutes-version.service.js';
import { StandingRecord } from './standing-record.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesService } from './minutes.service.js';

/** What the room has for minutes. */
export const MINUTES_PROVIDERS = [
  MinutesRepository,
  MinutesService,
  MinutesVersionService,
  MinutesSearch,
  MinutesSteps,
  StandingRecord,
  MinutesApprovalService,
  ApprovalRepository,
  MinutesGenerator,
  FactsReader,
  FactsRepository,
];
