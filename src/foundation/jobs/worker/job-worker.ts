import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { JobHandlers } from '../job-handlers.js';
import { JobLedger } from './job-ledger.js';
import { JOB_OWNERS, type JobOwners } from '../job-owners.js';
import { type Begun, JobRun } from './job-run.js';
import { JobSignals } from '../job-signals.js';
import { Queue } from '../queue.js';
import { Teller } from './teller.js';

/** A job that is due is told at once; this is for delays that end and for what was missed. */
const LOOK_MS = 2_000;
const TIDY_MS = 3_600_000;

/** Runs jobs in this process, from `start()` until it shuts down. */
@Injectable()
export class JobWorker implements BeforeApplicationShutdown {
  private readonly id = randomUUID();
  private readonly logger = new Logger('Jobs');
  private readonly runs = new Map<string, { run: JobRun; ended: Promise<void> }>();
  private readonly stops: (() => void)[] = [];
  private looking: Promise<void> | undefined;
  private lookAgain = false;
  private isStopping = false;
  private isTroubled = false;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly ledger: JobLedger,
    private readonly queue: Queue,
    private readonly signals: JobSignals,
    @Inject(JOB_OWNERS) private readonly owners: JobOwners,
    @Inject(CONFIG) private readonly config: HearthConfig,
  ) {}

  /** Called once the server listens; answers at once, and loads what it needs only then. */
  start(): void {
    if (this.stops.length > 0 || this.isStopping || this.handlers.kinds.length === 0) return;
    this.every(LOOK_MS, () => this.look());
    this.every(this.config.jobLeaseSeconds * 200, () => void this.beat());
    this.every(TIDY_MS, () => void this.attempt(() => this.ledger.tidy()));
    this.stops.push(
      this.signals.on('due', () => this.look()),
      this.signals.on('cancelled', (id) =>
        id ? this.runs.get(id)?.run.stop('cancelled') : void this.beat(),
      ),
    );
  }

  /** Takes nothing more, tells what runs to end, and puts back what has not. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const stop of this.stops) stop();
    await this.looking;
    for (const { run } of this.runs.values()) run.stop('shutdown');
    await Promise.all([...this.runs.values()].map(({ ended }) => ended));
  }

  private every(milliseconds: number, work: () => void): void {
    const timer = setInterval(work, milliseconds).unref();
    this.stops.push(() => clearInterval(timer));
  }

  /** One look at a time; who asks meanwhile is answered by one more. */
  private look(): void {
    if (this.isStopping) return;
    this.lookAgain = true;
    this.looking ??= this.lookWhileAsked().finally(() => (this.looking = undefined));
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.lookAgain && !this.isStopping) {
      this.lookAgain = false;
      await this.attempt(async () => {
        for (const kind of this.handlers.kinds) await this.queue.ensure(kind);
        await this.ledger.reclaim();
        for (const kind of await this.ledger.due(this.handlers.kinds)) await this.fill(kind);
      });
    }
  }

  private async fill(kind: string): Promise<void> {
    const { concurrency } = this.handlers.of(kind);
    while (!this.isStopping && this.running(kind) < concurrency) {
      const begun = await this.ledger.begin(kind, this.id);
      if (!begun) return;
      this.run(begun);
    }
  }

  private running(kind: string): number {
    return [...this.runs.values()].filter(({ run }) => run.begun.kind === kind).length;
  }

  private run(begun: Begun): void {
    const teller = new Teller(async () => {
      if (run.progress) await this.ledger.tell(begun, run.progress);
    });
    const run = new JobRun(begun, this.handlers.of(begun.kind), this.owners, () => teller.tell());
    const ended = this.toItsEnd(run, teller).finally(() => {
      this.runs.delete(begun.id);
      this.look();
    });
    this.runs.set(begun.id, { run, ended });
    if (this.isStopping) run.stop('shutdown');
  }

  private async toItsEnd(run: JobRun, teller: Teller): Promise<void> {
    const outcome = await run.through();
    await teller.stop();
    // The database may be away just now; when it stays away another worker will begin the job anew.
    for (let time = 0; time < this.config.jobLeaseSeconds; time += 1) {
      if (await this.attempt(() => this.ledger.settle(run.begun, outcome, run.progress))) return;
      if (this.isStopping && time > 3) return;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }

  private async beat(): Promise<void> {
    const ids = [...this.runs.keys()];
    if (ids.length === 0) return;
    await this.attempt(async () => {
      const still = new Set(await this.ledger.beat(this.id, ids));
      for (const id of ids) if (!still.has(id)) this.runs.get(id)?.run.stop('lost');
    });
  }

  /** Says once that the database is away, and goes on. */
  private async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.isTroubled = false;
      return true;
    } catch (error) {
      if (!this.isTroubled) this.logger.warn(error instanceof Error ? error : 'jobs cannot be reached');
      this.isTroubled = true;
      return false;
    }
  }
}
