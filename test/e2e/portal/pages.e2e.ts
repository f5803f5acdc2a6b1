import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../support/test-app.js';

let portal: TestApp;
beforeAll(async () => (portal = await createTestApp()));
afterAll(() => portal.close());

const titleOf = (html: string) => /<title>([^<]*)<\/title>/.exec(html)?.[1];

describe('a page', () => {
  it.each([
    ['/', 'en', 'The public record – Hearth'],
    ['/es', 'es', 'El registro público – Hearth'],
  ])('at %s is in its language', async (path, lang, title) => {
    const { text, headers } = await portal.anybody.get(path).expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain(`<html lang="${lang}"`);
    expect(titleOf(text)).toBe(title);
  });

  it('may load nothing but its own files, and run nothing', async () => {
    const { headers } = await portal.anybody.get('/').expect(200);
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';/);
    expect(policy).not.toMatch(/script-src|unsafe|https?:/);
    // no-referrer would make a browser send `Origin: null` with our own forms
    expect(headers['referrer-policy']).toBe('same-origin');
  });

  it('has one address: neither the path inside the program nor a prefix of English leads to it', async () => {
    for (const path of ['/pages/en', '/pages/es', '/en', '/pages/assets/x']) {
      await portal.anybody.get(path).expect(404);
    }
  });

  it('takes no parameter and no method that it does not know', async () => {
    expect((await portal.anybody.get('/?a=b').expect(400)).text).toContain('<h1');
    const { headers } = await portal.anybody.delete('/').expect(405);
    expect(headers.allow).toBe('GET, HEAD');
    expect(headers['content-type']).toMatch('text/html');
  });
});

describe('its files', () => {
  it('have their content’s hash in the name and may be kept for good', async () => {
    const { text } = await portal.anybody.get('/').expect(200);
    const files = [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const path of files) {
      const { headers } = await portal.anybody.get(path).expect(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each(['portal.css', 'manifest.json', '..%2fviews%2flayout.njk', '%2e%2e%2fmanifest.json', 'a%00.css'])(
    'are no others: %s',
    async (name) => {
      const { status } = await portal.anybody.get(`/assets/${name}`);
      expect([400, 404]).toContain(status);
    },
  );
});

describe('a refusal', () => {
  it.each([
    ['/nowhere', 'Page not found'],
    ['/es/nowhere', 'Página no encontrada'],
  ])('at %s is a page', async (path, title) => {
    const { text, headers } = await portal.anybody.get(path).expect(404);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(titleOf(text)).toBe(`${title} – Hearth`);
    expect(text).not.toContain('nowhere');
  });

  it('stays a problem for programs', async () => {
    const { headers } = await portal.anybody.get('/api/v1/nowhere').expect(404);
    expect(headers['content-type']).toBe('application/problem+json');
  });

  it('of a key at a page asks no browser for one', async () => {
    const { headers } = await portal.anybody.get('/').set('Authorization', 'Bearer none').expect(401);
    expect(headers['www-authenticate']).toBeUndefined();
    expect(headers['content-type']).toMatch('text/html');
  });

  it('of too much is a page, in the language that was asked for', async () => {
    const sent = portal.anybody
      .post('/es')
      .type('form')
      .send(`a=${'x'.repeat(100_000)}`);
    expect(titleOf((await sent.expect(413)).text)).toMatch('demasiado grande');
  });
});

describe('a form', () => {
  it('never reaches the interface', async () => {
    const Authorization = await portal.bearer('clerk');
    await portal.anybody
      .post('/api/v1/hearings')
      .set({ Authorization })
      .type('form')
      .send('title=x')
      .expect(415);
  });
});

describe('the quota', () => {
  it('is told on a page, with the time to wait', async () => {
    const busy = await createTestApp({ rateLimitPerMinute: 1 });
    try {
      await busy.anybody.get('/es').expect(200);
      const { text, headers } = await busy.anybody.get('/es').expect(429);
      expect(titleOf(text)).toBe('Demasiados intentos – Hearth');
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(text).toContain('Espere un minuto');
    } finally {
      await busy.close();
    }
  });
});
