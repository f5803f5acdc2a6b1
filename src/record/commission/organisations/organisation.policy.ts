import { ordinary, type OwnLabel } from '#src/trust/access/index.js';
import type { Organisation } from './organisation.entity.js';

/** A body that was asked and has not agreed is nobody's business: the desk's until it is listed. */
export const labelOfOrganisation = (organisation: Pick<Organisation, 'listed'>): OwnLabel =>
  ordinary(organisation.listed ? 'public' : 'desk');
