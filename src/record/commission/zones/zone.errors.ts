import { DomainError } from '#src/foundation/common/index.js';

/** 409: some of the counties lie in another zone. `places` are theirs in the body's list. */
export const countyTaken = (places: readonly number[]): DomainError =>
  new DomainError('conflict', 'COUNTY_TAKEN', 'A county lies in one zone, and another has it.', {
    errors: places.map((place) => ({
      pointer: `/counties/${place}`,
      code: 'COUNTY_TAKEN',
      detail: 'lies in another zone',
    })),
  });
