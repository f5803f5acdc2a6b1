import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type supertest from 'supertest';
import { Permission, rolesGrant } from '#src/trust/access/index.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';
import { declare, declared, type Row, those } from './declared.js';
import { fieldsOf } from './fields.js';
import { furnish, sealed } from './furnished.js';
import { everyOperation, filled, type Operation, parametersOf } from './operations.js';
import { everyReader, type Headers, type Reader, READERS } from './readers.js';
import { Targets } from './targets.js';

/** Answers with names of their own making, and one that goes on as long as its job; who is let in is tried all the same. */
const OPAQUE = new Set(['getOpenApiDocument', 'streamJobEvents']);
const QUERY: Readonly<Record<string, (path: string) => string>> = {
  searchRecords: () => '?q=the&facets=true',
  // With itself: what is compared is in the answer all the same.
  getConsistencyProof: () => '?from=1&to=2',
  compareMinutes: (path) => `?from=${path.split('/').at(-2)}`,
};

let hearth: TestApp;
let readers: Record<Reader, Headers>;
let targets: Targets;

beforeAll(async () => {
  hearth = await createTestApp();
  readers = await everyReader(hearth);
  await furnish(hearth, readers);
  targets = new Targets(hearth.anybody, Object.values(readers));
  const job = await hearth.anybody.post('/api/v1/audit-verifications').set(readers.admin).send({});
  targets.add('/jobs', 'jobId', String(job.body.jobId));
}, 180_000);

afterAll(() => hearth.close());

const ask = (reader: Reader, method: Operation['method'], path: string): supertest.Test =>
  hearth.anybody[method](`/api/v1${path}`).set(readers[reader]);

/** Whether a role is refused before anything is looked at: a shape that nothing can be, of a thing that is not there. */
async function isLetIn(reader: Reader, operation: Operation): Promise<boolean> {
  const nowhere = Object.fromEntries(parametersOf(operation.template).map((name) => [name, randomUUID()]));
  // Whoever signs out is gone: a session of its own for that.
  const headers =
    operation.id === 'endCurrentSession' && reader !== 'public' && reader !== 'integrator'
      ? (await hearth.person([reader])).headers
      : readers[reader];
  const request = hearth.anybody[operation.method](`/api/v1${filled(operation.template, nowhere)}`).set(
    headers,
  );
  const { status } = await (operation.method === 'get' ? request : request.send([]));
  expect({ ...operation, status }).not.toMatchObject({ status: 500 });
  return status !== 401 && status !== 403;
}

const operations = everyOperation();
const reads = operations.filter(({ method }) => method === 'get');

describe('the matrix', () => {
  const table: Record<string, Row> = {};

  it('lets in whom the table of permissions says, at every operation', async () => {
    for (const operation of operations) {
      const may: Reader[] = [];
      for (const reader of READERS) if (await isLetIn(reader, operation)) may.push(reader);
      table[operation.id] = { may: those(may) };
      if (operation.permission === null) continue;
      const permission = Object.values(Permission).find((known) => known.valueOf() === operation.permission);
      if (!permission) throw new Error(`${operation.permission} is no permission`);
      expect({ [operation.id]: may }).toEqual({
        [operation.id]: READERS.filter((reader) => reader !== 'public' && rolesGrant([reader], permission)),
      });
    }
  }, 180_000);

  it('finds something to read behind every address', async () => {
    const empty: string[] = [];
    for (const operation of reads) if ((await targets.of(operation)).length === 0) empty.push(operation.id);
    expect(empty).toEqual([]);
  }, 120_000);

  it('shows every field to whom the table of fields says', async () => {
    await sealed(hearth);
    for (const operation of reads) {
      const row = table[operation.id];
      if (!row || OPAQUE.has(operation.id)) continue;
      const admitted = row.may === 'everybody' ? READERS : row.may;
      const shown = new Map<string, Reader[]>();
      for (const reader of admitted) {
        for (const field of await fieldsSeen(reader, operation)) {
          shown.set(field, [...(shown.get(field) ?? []), reader]);
        }
      }
      const fields = [...shown].toSorted(([a], [b]) => (a < b ? -1 : 1));
      table[operation.id] = {
        ...row,
        fields: Object.fromEntries(
          fields.map(([field, by]) => [field, by.length === admitted.length ? 'all' : by]),
        ),
      };
    }
  }, 300_000);

  it('is the one that was declared', () => {
    if (process.env['HEARTH_WRITE_MATRIX'] === '1') declare(table);
    expect(table).toEqual(declared());
  });

  async function fieldsSeen(reader: Reader, operation: Operation): Promise<Set<string>> {
    const seen = new Set<string>();
    for (const path of await targets.of(operation)) {
      const { status, body } = await ask(reader, 'get', `${path}${QUERY[operation.id]?.(path) ?? ''}`);
      // The newest entries of the log are not sealed yet.
      if (![200, 404, 409].includes(status))
        throw new Error(`${reader} ${path}: ${status} ${JSON.stringify(body)}`);
      if (status === 200) for (const field of fieldsOf(body)) seen.add(field);
    }
    return seen;
  }
});
