import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { TotpSecrets } from './totp-secrets.js';

describe('a sealed secret', () => {
  const secrets = new TotpSecrets(randomBytes(32));
  const place = { accountId: 'ada', factorId: 'phone' };
  const secret = randomBytes(20);

  it('opens in its place alone', () => {
    const sealed = secrets.seal(secret, place);
    expect(secrets.open(sealed, place)).toEqual(secret);
    expect(secrets.open(sealed, { ...place, accountId: 'eve' })).toBeNull();
    expect(secrets.open(sealed, { ...place, factorId: 'tablet' })).toBeNull();
    expect(new TotpSecrets(randomBytes(32)).open(sealed, place)).toBeNull();
  });

  it('opens as a whole alone, and looks another each time', () => {
    const sealed = secrets.seal(secret, place);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(secrets.open(changed, place)).toBeNull();
      expect(secrets.open(sealed.subarray(0, at), place)).toBeNull();
    }
    expect(secrets.seal(secret, place)).not.toEqual(sealed);
  });
});
