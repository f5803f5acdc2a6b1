import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { DomainError } from '#src/foundation/common/index.js';
import { assertMail, type Mail } from './mail.js';
import { Mailer, MailTransport } from './mailer.js';

export interface OutboxSettings {
  /** How long to wait after the first, second, ... attempt that failed for now; then it is given up. */
  readonly pausesMs: readonly number[];
  /** Deliveries under way together. */
  readonly atOnce: number;
  /** Mails taken and not yet delivered; more are refused. */
  readonly most: number;
}

export const OUTBOX_SETTINGS = Symbol('OutboxSettings');

/** A quarter of an hour, all in all: a link to set a password is good for an hour. */
export const USUAL_OUTBOX: OutboxSettings = {
  pausesMs: [1_000, 5_000, 30_000, 120_000, 600_000],
  atOnce: 4,
  most: 500,
};

/**
 * Mail on its way, in memory alone: what it holds opens accounts, and neither a table nor a job may keep that. A
 * process that is killed loses what waits, and whoever asked asks again.
 */
@Injectable()
export class Outbox extends Mailer implements OnApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly underWay = new Set<Promise<void>>();
  private readonly closing = new AbortController();
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly transport: MailTransport,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {
    super();
    setMaxListeners(0, this.closing.signal);
  }

  send(mail: Mail): void {
    assertMail(mail);
    if (this.underWay.size >= this.settings.most) throw busy();
    const work = this.carry(mail).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  /** What is being delivered is finished; what waits for its next attempt is given up. */
  async onApplicationShutdown(): Promise<void> {
    this.closing.abort();
    await this.settled();
  }

  private async carry(mail: Mail): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const error = await this.attempt(mail);
      if (error === undefined) return;
      const wait = isForGood(error) ? undefined : this.settings.pausesMs[attempt - 1];
      const code = codeOf(error);
      // No address and no word of a server: both may name somebody.
      if (wait === undefined) return this.logger.error({ event: 'mail.given_up', code, attempt });
      this.logger.warn({ event: 'mail.delayed', code, attempt });
      if (!(await this.waited(wait))) return this.logger.error({ event: 'mail.lost', code, attempt });
    }
  }

  private async attempt(mail: Mail): Promise<unknown> {
    await this.turn();
    try {
      await this.transport.deliver(mail);
      return undefined;
    } catch (error) {
      return error ?? new Error('unknown');
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    while (this.running >= this.settings.atOnce)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
  }

  /** False when the program ends meanwhile. */
  private async waited(milliseconds: number): Promise<boolean> {
    try {
      await pause(milliseconds, undefined, { signal: this.closing.signal, ref: false });
      return true;
    } catch {
      return false;
    }
  }
}

const busy = (): DomainError =>
  new DomainError('unavailable', 'MAIL_BUSY', 'Too much mail is waiting. Try again later.', {
    headers: { 'Retry-After': '60' },
  });

/** RFC 5321, 4.2.1: 5yz is a refusal for good, 4yz one for now; without a reply the server was not reached. */
function isForGood(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: unknown };
  return typeof responseCode === 'number' && responseCode >= 500;
}

function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number') return `SMTP_${responseCode}`;
  return typeof code === 'string' ? code : 'UNKNOWN';
}
