import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type StepGuard, StepGuards } from '#src/record/hearings/index.js';
import { minutesNeeded } from './minutes.errors.js';
import { mainBookOf } from './minutes.policy.js';
import { MinutesRepository } from './minutes.repository.js';

/** A hearing has minutes when there are some, and approved ones when the commission approved them. */
@Injectable()
export class MinutesSteps implements StepGuard, OnModuleInit {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly guards: StepGuards,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  async assertReady({ id, kind, status }: Parameters<StepGuard['assertReady']>[0]): Promise<void> {
    if (status !== 'minutes_draft' && status !== 'minutes_approved') return;
    const book = mainBookOf(kind);
    const found =
      status === 'minutes_draft'
        ? await this.minutes.newest(id, book)
        : await this.minutes.approved(id, book);
    if (!found) throw minutesNeeded(status);
  }
}
