import type { Role } from '../rules/index.js';

/**
 * What a handler may require. The value is written into OpenAPI as `x-permission`; the part before the dot is
 * the scope's room: a key with scopes needs `hearings:write` for `hearing.update`.
 */
export enum Permission {
  CommissionUpdate = 'commission.update',
  ContactRead = 'contact.read',
  ContactUpdate = 'contact.update',
  RecusalCreate = 'recusal.create',
  HearingCreate = 'hearing.create',
  HearingUpdate = 'hearing.update',
  HearingDelete = 'hearing.delete',
  TestimonyCreate = 'testimony.create',
  TestimonyUpdate = 'testimony.update',
  TranscriptHistory = 'transcript.history',
}

const CLERK = new Set<Permission>(Object.values(Permission));

const GRANTED: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  public: new Set(),
  clerk: CLERK,
  // Their own: the room and the policies see to that.
  commissioner: new Set([Permission.RecusalCreate]),
  chair: new Set([Permission.RecusalCreate]),
  integrator: new Set(),
};

export const SCOPES = [
  'commission:read',
  'commission:write',
  'hearings:read',
  'hearings:write',
  'testimonies:read',
  'testimonies:write',
  'search:read',
] as const;

export type Scope = (typeof SCOPES)[number];

/** The scope that a key with scopes needs besides its role. */
export const SCOPE_OF: Readonly<Record<Permission, Scope>> = {
  [Permission.CommissionUpdate]: 'commission:write',
  // A key that shows the commission on a web site needs no telephone number.
  [Permission.ContactRead]: 'commission:write',
  [Permission.ContactUpdate]: 'commission:write',
  [Permission.RecusalCreate]: 'commission:write',
  [Permission.HearingCreate]: 'hearings:write',
  [Permission.HearingUpdate]: 'hearings:write',
  [Permission.HearingDelete]: 'hearings:write',
  [Permission.TestimonyCreate]: 'testimonies:write',
  [Permission.TestimonyUpdate]: 'testimonies:write',
  [Permission.TranscriptHistory]: 'testimonies:read',
};

export function rolesGrant(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => GRANTED[role].has(permission));
}
