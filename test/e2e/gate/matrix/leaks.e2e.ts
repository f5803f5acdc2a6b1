import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type supertest from 'supertest';
import { createTestApp, type TestApp } from '../../../support/test-app.js';
import { withClient } from '../../../support/test-database.js';
import { bodyFor } from './bodies.js';
import { type Fingerprint, fingerprint } from './fingerprint.js';
import { furnish, hideHearing, hideItem, Scribe } from './furnished.js';
import { everyOperation, type Operation, parametersOf } from './operations.js';
import { everyReader, type Headers, type Reader } from './readers.js';
import { Targets } from './targets.js';

/** Who may not see what is the desk's: one of each way through the gate. */
const OUTSIDE: readonly Reader[] = ['public', 'integrator', 'commissioner', 'admin'];
/**
 * No record is behind them: they tell of the program, of the caller's own session, which moves as they ask, or of the
 * log, which every act moves and every refusal; who reads what of it, its own tests say.
 */
const ABOUT_NOTHING = new Set([
  'getOpenApiDocument',
  'getOpenApiYaml',
  'getLiveness',
  'getReadiness',
  'listSessions',
  'getCurrentSession',
  'listAuditEntries',
  'listAuditAlerts',
  'listAuditCheckpoints',
  'getLatestAuditCheckpoint',
  'getConsistencyProof',
  'getInclusionProof',
]);
/** More ways to ask one operation than its plain address. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  searchRecords: [
    '?q=words',
    '?q=canary',
    '?q=canari',
    '?q=words&sort=-at',
    '?facets=true',
    '?q=words&speaker=canary',
  ],
  listHearings: ['', '?limit=1', '?sort=-updatedAt', '?kind=public_hearing'],
  listPeople: ['', '?limit=1'],
  listTestimonies: ['', '?form=recorded'],
  getHearing: ['', '?include=agenda,witnesses,panels,sessions'],
  getCommission: ['', '?include=commissioners'],
  listCommissioners: ['', '?at=2031-03-04'],
  compareMinutes: [`?from=${randomUUID()}`],
};
/** What an absent thing's own address is. */
const NOWHERE = randomUUID();

let hearth: TestApp;
let readers: Record<Reader, Headers>;
let targets: Targets;
const probed = new Set<string>();
const operations = everyOperation();
const reads = operations.filter(({ method, id }) => method === 'get' && !ABOUT_NOTHING.has(id));

beforeAll(async () => {
  // One name for the server, whichever port a request of the tests goes to.
  hearth = await createTestApp({ publicUrl: 'http://hearth.test' });
  readers = await everyReader(hearth);
  await furnish(hearth, readers);
  targets = new Targets(hearth.anybody, [readers.clerk]);
}, 180_000);

afterAll(() => hearth.close());

const ask = (
  headers: Headers,
  { method }: Pick<Operation, 'method'>,
  path: string,
  body?: object,
): supertest.Test => {
  const request = hearth.anybody[method](`/api/v1${path}`).set({ Prefer: 'count=exact', ...headers });
  return body === undefined ? request : request.send(body);
};

/** Everything that somebody can read at every address that there is. */
async function everythingTold(reader: Reader): Promise<Map<string, Fingerprint>> {
  const told = new Map<string, Fingerprint>();
  for (const operation of reads) {
    probed.add(operation.id);
    for (const path of await targets.of(operation)) {
      for (const query of WAYS[operation.id] ?? ['']) {
        told.set(`${path}${query}`, fingerprint(await ask(readers[reader], operation, `${path}${query}`)));
      }
    }
  }
  return told;
}

describe('what is hidden', () => {
  it('changes not a byte of what others are told, at any address', async () => {
    const before = new Map<Reader, Map<string, Fingerprint>>();
    for (const reader of OUTSIDE) before.set(reader, await everythingTold(reader));
    await hideHearing(new Scribe(hearth.anybody, readers.clerk));
    for (const reader of OUTSIDE) {
      const after = await everythingTold(reader);
      for (const [path, was] of before.get(reader) ?? []) {
        expect({ reader, path, ...after.get(path) }).toEqual({ reader, path, ...was });
      }
    }
  }, 600_000);

  it('answers as what is absent, by every operation, to whoever may not see it', async () => {
    const hidden = await idsOfHidden();
    for (const reader of OUTSIDE) await sameAsAbsent(readers[reader], hidden);
  }, 600_000);

  it('answers as what is absent to a clerk who stepped back from its matter, writes and their preconditions too', async () => {
    const scribe = new Scribe(hearth.anybody, readers.clerk);
    const matter = await scribe.post('/matters', { title: 'Canary matter', closed: true });
    const { hearingId, itemId } = await hideItem(scribe, matter.id);
    const recused = await hearth.person(['clerk']);
    await withClient(hearth.database.adminUrl, async (client) => {
      await client.query('insert into access.recusal (person, matter) values ($1, $2)', [
        recused.id,
        matter.id,
      ]);
    });
    const around = new Map([['hearingId', hearingId]]);
    await sameAsAbsent(recused.headers, new Map([['itemId', itemId]]), around);
  }, 600_000);

  it('was looked for by every operation there is', () => {
    const all = operations.map(({ id }) => id).filter((id) => !ABOUT_NOTHING.has(id));
    expect(all.filter((id) => !probed.has(id))).toEqual([]);
  });

  async function idsOfHidden(): Promise<ReadonlyMap<string, string>> {
    return hideHearing(new Scribe(hearth.anybody, readers.clerk));
  }

  /** Each parameter of each address filled with the hidden thing's id and with nobody's. */
  async function sameAsAbsent(
    headers: Headers,
    hidden: ReadonlyMap<string, string>,
    around: ReadonlyMap<string, string> = new Map(),
  ): Promise<void> {
    for (const operation of operations) {
      const names = parametersOf(operation.template);
      probed.add(operation.id);
      if (!names.some((name) => hidden.has(name))) continue;
      const asked = names.map((name) => hidden.get(name) ?? around.get(name) ?? NOWHERE);
      const absent = names.map(
        (name) => around.get(name) ?? (name === 'number' || name === 'seconds' ? '1' : randomUUID()),
      );
      const there = await told(headers, operation, names, asked);
      const nowhere = await told(headers, operation, names, absent);
      expect({ id: operation.id, ...there }).toEqual({ id: operation.id, ...nowhere });
    }
  }

  async function told(
    headers: Headers,
    operation: Operation,
    names: readonly string[],
    ids: readonly string[],
  ): Promise<Fingerprint> {
    const path = operation.template.replace(
      /\{(\w+)\}/g,
      (_, name: string) => ids[names.indexOf(name)] ?? '',
    );
    const query = operation.id === 'compareMinutes' ? `?from=${NOWHERE}` : '';
    const isPlain = operation.method === 'post' || operation.method === 'get';
    const precise: Headers = isPlain ? headers : { ...headers, 'If-Match': '"stale"' };
    const body = operation.method === 'get' ? undefined : bodyFor(operation);
    return fingerprint(await ask(precise, operation, `${path}${query}`, body), ids);
  }
});
