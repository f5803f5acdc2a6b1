import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from '#src/trust/access/index.js';
import { FACTOR_KINDS } from '../entities/account-factor.entity.js';
import { counts, isCompulsory, isLast, offered } from './factor.policy.js';

const roles = fc.uniqueArray(fc.constantFrom(...ROLES));
const kinds = fc.array(fc.constantFrom(...FACTOR_KINDS), { maxLength: 4 });

describe('second factors', () => {
  it('are asked of everybody but the public and programs', () => {
    expect(isCompulsory([])).toBe(false);
    expect(isCompulsory(['public', 'integrator'])).toBe(false);
    for (const role of ROLES) expect(isCompulsory([role])).toBe(role !== 'public' && role !== 'integrator');
    expect(isCompulsory(['integrator', 'clerk'])).toBe(true);
  });

  it('are passkeys alone for custodian, counsel and reviewers', () => {
    const strict = ROLES.filter((role) => !counts('totp', [role]));
    expect(strict.toSorted()).toEqual(['counsel', 'custodian', 'privacy_reviewer']);
    expect(counts('totp', ['clerk', 'counsel'])).toBe(false);
    for (const role of ROLES) expect(counts('passkey', [role])).toBe(true);
  });

  it('are asked for whenever there is one, and nothing weaker where one counts', () => {
    fc.assert(
      fc.property(kinds, roles, (has, held) => {
        const asked = offered(has, held);
        expect(asked.length > 0).toBe(has.length > 0);
        expect(asked.every((kind) => has.includes(kind))).toBe(true);
        if (has.some((kind) => counts(kind, held)))
          expect(asked.every((kind) => counts(kind, held))).toBe(true);
      }),
    );
  });

  it('never go to none that counts, one after another', () => {
    fc.assert(
      fc.property(kinds, roles, fc.infiniteStream(fc.nat()), (has, held, picks) => {
        let owned = has.map((kind, at) => ({ id: String(at), kind }));
        const had = owned.some(({ kind }) => counts(kind, held));
        for (const pick of picks) {
          const open = owned.filter(({ id }) => !isLast(id, owned, held));
          const gone = open[pick % (open.length || 1)];
          if (!gone) break;
          owned = owned.filter(({ id }) => id !== gone.id);
        }
        if (had && isCompulsory(held)) expect(owned.filter(({ kind }) => counts(kind, held))).toHaveLength(1);
        else expect(owned).toEqual([]);
      }),
    );
  });
});
