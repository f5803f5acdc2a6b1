import pg from 'pg';

const RETRY_MS = 1_000;

export interface Heard {
  /** Something was told on a channel. */
  told(channel: string, payload: string): void;
  /** It listens, for the first time or again: what was told meanwhile is lost. */
  back(): void;
}

/** One connection that listens (`LISTEN`), and comes back by itself whenever the database does. */
export class Listener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly channels: readonly string[],
    private readonly heard: Heard,
  ) {
    void this.connect();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'hearth listener',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', () => undefined); // 'end' follows
    client.on('end', () => this.later(client));
    client.on('notification', ({ channel, payload }) => this.heard.told(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch {
      await client.end().catch(() => undefined);
      this.later(client);
      return;
    }
    if (!this.isClosed) this.heard.back();
  }

  private later(client: pg.Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = undefined;
    this.timer = setTimeout(() => void this.connect(), RETRY_MS).unref();
  }
}
