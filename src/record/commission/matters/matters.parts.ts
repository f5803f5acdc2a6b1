import { MatterController } from './matter.controller.js';
import { MatterRepository } from './matter.repository.js';
import { MatterService } from './matter.service.js';
import { RecusalController } from './recusal.controller.js';
import { RecusalRepository } from './recusal.repository.js';
import { RecusalService } from './recusal.service.js';

export const MATTER_CONTROLLERS = [MatterController, RecusalController];

export const MATTER_PROVIDERS = [MatterService, MatterRepository, RecusalService, RecusalRepository];
