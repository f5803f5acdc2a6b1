import { AsyncResource } from 'node:async_hooks';
import type { Response } from 'express';
import type { Job } from '#src/foundation/jobs/index.js';
import { JobDto } from './job.dto.js';
import { hasEnded } from './own-jobs.service.js';

const HEARTBEAT_MS = 15_000;
/** Then the client asks anew, and is looked at anew: a session that was ended sees no more than this. */
const LONGEST_MS = 600_000;

/**
 * One job told as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). Every event is
 * read through the owner's rights again, and holds the whole job, so that a client that was away has missed nothing.
 */
export class JobStream {
  private readonly timers: NodeJS.Timeout[] = [];
  private last = '';
  private isEnded = false;
  private isLooking = false;
  private lookAgain = false;
  /** What hears of a change runs outside the request; the look itself must be this caller's. */
  private readonly asCaller = new AsyncResource('JobStream');

  constructor(
    private readonly response: Response,
    private readonly read: () => Promise<Job>,
    private readonly ended: () => void,
  ) {}

  begin(job: Job): void {
    const { response } = this;
    if (response.closed) return this.end(); // the client left while the job was looked up
    response.on('close', () => this.end());
    // `no-transform`: compressed, events would wait for one another.
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    this.timers.push(
      setInterval(() => this.beat(), HEARTBEAT_MS).unref(),
      setTimeout(() => this.end(), LONGEST_MS).unref(),
    );
    this.send(job);
    this.look(); // it may have changed before anybody listened
  }

  look(): void {
    this.lookAgain = true;
    if (this.isLooking || this.isEnded) return;
    this.isLooking = true;
    void this.asCaller.runInAsyncScope(() => this.lookWhileAsked());
  }

  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.ended();
    this.response.end();
  }

  private beat(): void {
    this.response.write(':\n\n');
    this.look();
  }

  private async lookWhileAsked(): Promise<void> {
    while (this.lookAgain && !this.isEnded) {
      this.lookAgain = false;
      try {
        this.send(await this.read());
      } catch {
        this.end(); // the database is away, or the job no longer theirs: the client's next request is told which
      }
    }
    this.isLooking = false;
  }

  private send(job: Job): void {
    if (this.isEnded) return;
    const data = JSON.stringify(JobDto.from(job));
    if (data !== this.last) this.response.write(`event: job\ndata: ${data}\n\n`);
    this.last = data;
    if (hasEnded(job)) this.end();
  }
}
