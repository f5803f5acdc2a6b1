import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.js';
import { Outbox, type OutboxSettings } from './outbox.js';
import { smtpOptionsOf } from './smtp-options.js';
import { SmtpTransport } from './smtp-transport.js';

const FROM = 'hearth@example.org';
const MAIL = { to: 'ada@example.org', subject: 'Your account', text: 'Un enlace que vence mañana.\n' };
const QUICK: OutboxSettings = { pausesMs: [1, 2, 3], atOnce: 2, most: 5 };
const fixture: { server?: MailServer; silent?: Server } = {};
Logger.overrideLogger(false);

const urlOf = (port: number) => `smtp://127.0.0.1:${port}`;
const outboxFor = (url: string, changes = {}) =>
  new Outbox(new SmtpTransport({ ...smtpOptionsOf(url, FROM), ...changes }, FROM), QUICK);

afterEach(async () => {
  await fixture.server?.close();
  delete fixture.server;
  fixture.silent?.close();
  delete fixture.silent;
});

describe('mail by a server', () => {
  it('arrives as it was written, and says that a program wrote it', async () => {
    const server = (fixture.server = await startMailServer());
    const outbox = outboxFor(urlOf(server.port));
    outbox.send(MAIL);
    await outbox.settled();
    const [letter] = server.letters;
    expect(letter).toMatchObject({ from: FROM, to: [MAIL.to] });
    expect(letter?.raw).toMatch(/^Subject: Your account\r$/m);
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(letter?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(letter?.raw).toContain('Un enlace que vence ma=C3=B1ana.');
    expect(letter?.raw).not.toMatch(/text\/html|X-Mailer/i);
  });

  it('signs in to a server that asks for it', async () => {
    const given: unknown[] = [];
    const server = (fixture.server = await startMailServer(undefined, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        given.push(username, password);
        done(null, { user: username ?? '' });
      },
    }));
    const outbox = outboxFor(`smtp://hearth%40x:p%40ss@127.0.0.1:${server.port}`);
    outbox.send(MAIL);
    await outbox.settled();
    expect(given).toEqual(['hearth@x', 'p@ss']);
    expect(server.letters).toHaveLength(1);
  });

  it('waits out a refusal for now', async () => {
    const server = (fixture.server = await startMailServer((attempt) => (attempt < 3 ? 451 : undefined)));
    const outbox = outboxFor(urlOf(server.port));
    outbox.send(MAIL);
    await outbox.settled();
    expect(server.attempts()).toBe(3);
    expect(server.letters).toHaveLength(1);
  });

  it('takes a refusal for good as one', async () => {
    const server = (fixture.server = await startMailServer(() => 550));
    const outbox = outboxFor(urlOf(server.port));
    outbox.send(MAIL);
    await outbox.settled();
    expect(server.attempts()).toBe(1);
  });

  it('gives up after the last pause', async () => {
    const server = (fixture.server = await startMailServer(() => 421));
    const outbox = outboxFor(urlOf(server.port));
    outbox.send(MAIL);
    await outbox.settled();
    expect(server.attempts()).toBe(QUICK.pausesMs.length + 1);
    expect(server.letters).toEqual([]);
  });

  it('finds a server that comes back', async () => {
    const gone = await startMailServer();
    await gone.close();
    let failures = 0;
    const outbox = new Outbox(
      new (class extends SmtpTransport {
        override async deliver(mail: typeof MAIL): Promise<void> {
          try {
            await super.deliver(mail);
          } catch (error) {
            failures += 1;
            fixture.server ??= await startMailServer();
            Object.assign(this, { options: smtpOptionsOf(urlOf(fixture.server.port), FROM) });
            throw error;
          }
        }
      })(smtpOptionsOf(urlOf(gone.port), FROM), FROM),
      QUICK,
    );
    outbox.send(MAIL);
    await outbox.settled();
    expect(failures).toBe(1);
    expect(fixture.server?.letters).toHaveLength(1);
  });

  it('does not wait for ever for a server that says nothing', async () => {
    const silent = (fixture.silent = createServer());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    let connections = 0;
    silent.on('connection', () => (connections += 1));
    const outbox = outboxFor(urlOf(port), { greetingTimeout: 20 });
    outbox.send(MAIL);
    await outbox.settled();
    expect(connections).toBe(QUICK.pausesMs.length + 1);
  });

  it('refuses more than it can hold, and loses none of what it took', async () => {
    const server = (fixture.server = await startMailServer());
    const outbox = outboxFor(urlOf(server.port));
    for (let i = 0; i < QUICK.most; i += 1) outbox.send({ ...MAIL, to: `p${i}@example.org` });
    expect(() => outbox.send(MAIL)).toThrow('MAIL_BUSY');
    await outbox.settled();
    expect(server.letters.map(({ to }) => to[0]).toSorted()).toEqual(
      Array.from({ length: QUICK.most }, (_, i) => `p${i}@example.org`),
    );
  });

  it('ends with the program: what waits is given up, what is under way is finished', async () => {
    const server = (fixture.server = await startMailServer((attempt) => (attempt === 1 ? 451 : undefined)));
    const transport = new SmtpTransport(smtpOptionsOf(urlOf(server.port), FROM), FROM);
    const outbox = new Outbox(transport, { ...QUICK, pausesMs: [3_600_000] });
    outbox.send(MAIL);
    while (server.attempts() === 0) await new Promise(setImmediate);
    await outbox.onApplicationShutdown();
    expect(server.attempts()).toBe(1);
  });
});

describe('the way to the server', () => {
  it('says nothing in the clear to a server elsewhere', async () => {
    const server = (fixture.server = await startMailServer());
    // As for a server elsewhere, reached here: it offers no STARTTLS.
    const options = smtpOptionsOf(`smtp://hearth:secret@mail.example.org:${server.port}`, FROM);
    const outbox = new Outbox(new SmtpTransport({ ...options, host: '127.0.0.1' }, FROM), QUICK);
    outbox.send(MAIL);
    await outbox.settled();
    expect(server.attempts()).toBe(0);
    expect(server.letters).toEqual([]);
  });

  it('trusts no certificate that nobody vouches for', async () => {
    const server = (fixture.server = await startMailServer(undefined, { secure: true }));
    const outbox = outboxFor(`smtps://hearth:secret@127.0.0.1:${server.port}`);
    outbox.send(MAIL);
    await outbox.settled();
    expect(server.attempts()).toBe(0);
  });

  it.each([
    ['smtps://mail.example.org', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    ['smtp://mail.example.org', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://127.0.0.1.example.org:25', { port: 25, requireTLS: true, ignoreTLS: false }],
    ['smtp://localhost.example.org', { requireTLS: true }],
    ['smtp://localhost:1025', { port: 1025, requireTLS: false, ignoreTLS: true }],
    ['smtp://[::1]', { host: '::1', requireTLS: false }],
  ])('%s', (url, expected) => {
    expect(smtpOptionsOf(url, FROM)).toMatchObject(expected);
  });
});
