import { ContactController } from './contact.controller.js';
import { ContactRepository } from './contact.repository.js';
import { ContactService } from './contact.service.js';
import { PersonController } from './person.controller.js';
import { PersonRepository } from './person.repository.js';
import { PersonService } from './person.service.js';

export const PEOPLE_CONTROLLERS = [PersonController, ContactController];

export const PEOPLE_PROVIDERS = [PersonService, PersonRepository, ContactService, ContactRepository];
