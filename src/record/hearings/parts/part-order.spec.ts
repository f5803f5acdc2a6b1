import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isUuid } from '#src/foundation/common/index.js';
import { assertWhole, orderIdOf, orderRevisionOf } from './part-order.js';

const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 8 });
const errorsOf = (there: string[], wanted: string[]): unknown => {
  try {
    assertWhole(there, wanted);
    return [];
  } catch (error) {
    return (error as { errors: { pointer: string; code: string }[] }).errors.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
};

describe('an order', () => {
  it('has an id of its own for each hearing and kind', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(isUuid(orderIdOf(one, 'panel'))).toBe(true);
        expect(orderIdOf(one, 'panel')).toBe(orderIdOf(one, 'panel'));
        expect(orderIdOf(one, 'panel')).not.toBe(orderIdOf(one, 'witness'));
        if (one !== other) expect(orderIdOf(one, 'panel')).not.toBe(orderIdOf(other, 'panel'));
      }),
    );
  });

  it('has another tag when anything moves, comes or goes', () => {
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        expect(orderRevisionOf(one)).toMatch(/^[\w-]{22}$/);
        expect(orderRevisionOf(one) === orderRevisionOf(other)).toBe(one.join() === other.join());
      }),
    );
  });

  it('is whole exactly when it is a permutation', () => {
    fc.assert(
      fc.property(
        ids.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(errorsOf(all, shuffled)).toEqual([]);
          expect(errorsOf(all, shuffled.slice(1))).toEqual(['/itemIds LEFT_OUT']);
          expect(errorsOf(all.slice(1), all)).toEqual(['/itemIds/0 UNKNOWN_REFERENCE']);
          expect(errorsOf(all, [...all, ...all.slice(0, 1)])).toEqual([`/itemIds/${all.length} DUPLICATE`]);
        },
      ),
    );
  });
});
