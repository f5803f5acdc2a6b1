import { PopoloController } from './popolo.controller.js';
import { PopoloExport } from './popolo-export.service.js';
import { PopoloImport } from './importing/popolo-import.service.js';
import { PopoloIntake } from './importing/popolo-intake.js';
import { PopoloRepository } from './popolo.repository.js';
import { PopoloStock } from './importing/popolo-stock.js';

export const POPOLO_CONTROLLERS = [PopoloController];

export const POPOLO_PROVIDERS = [PopoloExport, PopoloRepository, PopoloImport, PopoloIntake, PopoloStock];
