import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});

afterAll(() => test.close());

const get = (path: string) => test.anybody.get(`/api/v1${path}`);

/** Addresses of other hosts that a text would make a browser ask. */
const foreign = (text: string) => text.match(/(?:https?:)?\/\/[\w.-]+/g) ?? [];

describe('the description of the interface', () => {
  it('is given as JSON and as YAML, without a key', async () => {
    const json = await get('/openapi.json')
      .expect(200)
      .expect('content-type', /^application\/json/);
    const document = json.body as { openapi: string; paths: object };
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths).toHaveProperty(['/api/v1/openapi.json', 'get']);
    const yaml = await get('/openapi.yaml')
      .expect(200)
      .expect('content-type', /^application\/yaml/);
    expect(yaml.text ?? (yaml.body as Buffer).toString()).toMatch(/^openapi: 3\.1\.0\n/);
  });

  it('need not be sent twice', async () => {
    const { headers } = await get('/openapi.json').expect(200);
    await get('/openapi.json')
      .set('If-None-Match', headers['etag'] ?? '')
      .expect(304);
  });
});

describe('the page', () => {
  it('asks nobody else for anything, and forbids the browser to', async () => {
    const page = await get('/docs')
      .expect(200)
      .expect('content-type', /^text\/html/);
    expect(foreign(page.text)).toEqual([]);
    expect(page.text).not.toMatch(/<script>|<style|onload=|javascript:/);
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(foreign(policy)).toEqual([]);
    const script = await get('/docs/reference.js')
      .expect(200)
      .expect('content-type', /^text\/javascript/);
    expect(foreign(script.text)).toEqual([]);
  });

  it('finds every file it names, which a browser may keep', async () => {
    const page = await get('/docs');
    const named = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(named).toHaveLength(5);
    for (const path of named) {
      const answer = await test.anybody.get(new URL(path, 'http://here').pathname).expect(200);
      if (/\/docs\/\d/.test(path)) expect(answer.headers['cache-control']).toContain('immutable');
    }
  });

  it.each(['/docs/0.0.0/swagger-ui.css', '/docs/constructor/constructor', '/docs/5.0.0/..%2Fpackage.json'])(
    'gives no other file: %s',
    async (path) => {
      const { body } = await get(path).expect(404);
      expect(body).toMatchObject({ code: 'FILE_NOT_FOUND' });
    },
  );
});
