import { Injectable } from '@nestjs/common';
import type { Hearing } from '../hearing/hearing.entity.js';

/** What a room above asks for before a clerk has a hearing take a step. */
export interface StepGuard {
  /**
   * The hearing as the step would leave it; its row is held.
   *
   * @throws DomainError 409 when it is not ready for that
   */
  assertReady(hearing: Hearing): Promise<void>;
}

/** Rooms above come by when they start: what happened at a hearing, this room does not know. */
@Injectable()
export class StepGuards {
  private readonly guards: StepGuard[] = [];

  register(guard: StepGuard): void {
    this.guards.push(guard);
  }

  async assertReady(hearing: Hearing): Promise<void> {
    for (const guard of this.guards) await guard.assertReady(hearing);
  }
}
