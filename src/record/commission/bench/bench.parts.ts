import { BenchReferences } from './bench.references.js';
import { CommissionerController } from './commissioners/commissioner.controller.js';
import { CommissionerRepository } from './commissioners/commissioner.repository.js';
import { CommissionerService } from './commissioners/commissioner.service.js';
import { PostController } from './posts/post.controller.js';
import { PostRepository } from './posts/post.repository.js';
import { PostService } from './posts/post.service.js';
import { VacancyController } from './posts/vacancy.controller.js';
import { VacancyRepository } from './posts/vacancy.repository.js';
import { VacancyService } from './posts/vacancy.service.js';
import { BenchRepository } from './sitting/bench.repository.js';
import { BenchService } from './sitting/bench.service.js';
import { Appointments } from './terms/appointments.js';
import { TermController } from './terms/term.controller.js';
import { TermRepository } from './terms/term.repository.js';
import { TermService } from './terms/term.service.js';

export const BENCH_CONTROLLERS = [PostController, VacancyController, CommissionerController, TermController];

export const BENCH_PROVIDERS = [
  BenchReferences,
  PostService,
  PostRepository,
  VacancyService,
  VacancyRepository,
  Appointments,
  TermService,
  TermRepository,
  CommissionerService,
  CommissionerRepository,
  BenchService,
  BenchRepository,
];
