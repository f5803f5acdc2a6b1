import { describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { DECOY, hashPassword, isOutdated, verifyPassword } from './password-hashes.js';

describe('a password’s hash', () => {
  it('opens for the password alone', async () => {
    const kept = await hashPassword('correct horse battery staple');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(isOutdated(kept)).toBe(false);
    await expect(verifyPassword(kept, 'correct horse battery staple')).resolves.toBe(true);
    await expect(verifyPassword(kept, 'Correct horse battery staple')).resolves.toBe(false);
  });

  it('is outdated when it took less work, or was made otherwise', async () => {
    for (const less of [{ memoryCost: 19_455 }, { timeCost: 1 }, { algorithm: 1 }])
      expect(isOutdated(await hash('x', { memoryCost: 19_456, timeCost: 2, ...less }))).toBe(true);
    expect(isOutdated('$2b$10$abc')).toBe(true);
  });

  it('of nobody is computed like any other, and opens for nothing', async () => {
    expect(isOutdated(DECOY)).toBe(false);
    await expect(verifyPassword(DECOY, '')).resolves.toBe(false);
  });

  it('is not computed for a flood: who comes too late is sent away at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 120 }, () => verifyPassword(DECOY, 'x')));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(120 - 64 - 4);
    for (const { reason } of refused) expect(reason).toMatchObject({ status: 503, code: 'SIGN_IN_BUSY' });
  });
});
