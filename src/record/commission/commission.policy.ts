import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import type { Person } from './people/person.entity.js';

/** What the commission itself is, and which sectors it is to hear: anybody's. */
export const labelOfCommission = (): OwnLabel => ordinary('public');

export const labelOfSector = (): OwnLabel => ordinary('public');

/** Zones are how the commission speaks of the state: anybody's. */
export const labelOfZone = (): OwnLabel => ordinary('public');

/** A person is the desk's until the commission lists them. */
export const labelOfPerson = (person: Pick<Person, 'listed'>): OwnLabel =>
  ordinary(person.listed ? 'public' : 'desk');

/** Where a person is reached is the desk's, however public they are. */
export const labelOfContact = (): OwnLabel => ordinary('desk');
