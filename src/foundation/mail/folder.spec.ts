import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FolderTransport } from './folder-transport.js';
import { assertMail } from './mail.js';

describe('mail into a folder', () => {
  let data: string;
  const MAIL = { to: 'ada@example.org', subject: 'Your account', text: 'A line.\n' };

  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'hearth-mail-'));
  });

  afterAll(() => rmSync(data, { recursive: true }));

  it('is a file that the server’s user alone may read', async () => {
    const folder = join(data, 'mail');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    await new FolderTransport(folder, 'hearth@localhost').deliver(MAIL);
    const [name = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(name).toMatch(/^\d{4}-.*Z-[0-9a-f]{12}\.eml$/);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    const letter = readFileSync(join(folder, name), 'utf8');
    expect(letter).toMatch(/^From: hearth@localhost$/m);
    expect(letter).toMatch(/^To: ada@example.org$/m);
    expect(letter).toContain('\n\nA line.\n');
  });
});

describe('a mail', () => {
  const accepts = (mail: { to: string; subject: string }): boolean => {
    try {
      assertMail({ ...mail, text: '' });
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    'a@b.org,c@d.org',
    'a@b.org;c@d.org',
    'A <a@b.org>',
    'a@b.org\r\nBcc: c@d.org',
    'a@b.org\n',
    'a b@c.org',
    '"a"@b.org',
    '',
    'a@',
    `${'a'.repeat(65)}@b.org`,
    'ada@еxample.org',
  ])('does not go to %j', (to) => {
    expect(accepts({ to, subject: 'x' })).toBe(false);
  });

  it('has no header that its subject or address could have made', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('\r', '\n', '\r\n', '\0', '\u2028', 'é'), (around, sign) => {
        expect(accepts({ to: `a@b.org`, subject: `${around}${sign}Bcc: c@d.org` })).toBe(false);
        expect(accepts({ to: `${around}${sign}@b.org`, subject: 'x' })).toBe(false);
      }),
    );
  });
});
