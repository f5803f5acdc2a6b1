import type { Role } from '../rules/index.js';
import type { Reach } from './scope.js';

/**
 * What a handler may require. The value is written into OpenAPI as `x-permission`; who has it stands in
 * `GRANTED`, what a key needs for it in `REACH_OF`.
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
  /** Their own profile, password, factors and sessions. */
  OwnAccount = 'account.own',
  /** Their own API keys. */
  OwnKeys = 'key.own',
  /** The jobs they started. */
  OwnJobs = 'job.own',
  UserManage = 'user.manage',
  /** To be the second person of a sensitive role. */
  RoleConfirm = 'role.confirm',
  KeyManage = 'key.manage',
  AuditRead = 'audit.read',
  AuditVerify = 'audit.verify',
  AuditAlerts = 'audit.alerts',
}

/** What somebody has as soon as they are known: a role may be on its way, or gone. */
export const OWN: readonly Permission[] = [Permission.OwnAccount, Permission.OwnJobs];

const CLERK = [
  Permission.CommissionUpdate,
  Permission.ContactRead,
  Permission.ContactUpdate,
  Permission.RecusalCreate,
  Permission.HearingCreate,
  Permission.HearingUpdate,
  Permission.HearingDelete,
  Permission.TestimonyCreate,
  Permission.TestimonyUpdate,
  Permission.TranscriptHistory,
  Permission.OwnKeys,
];

/** Their own recusals: the room and the policies see to that. */
const COMMISSIONER = [Permission.RecusalCreate, Permission.OwnKeys];

/** The one table of who may what; `docs/permissions.md` is written from it. */
export const GRANTED: Readonly<Record<Role, readonly Permission[]>> = {
  public: [],
  clerk: [...CLERK, ...OWN],
  intake: OWN,
  privacy_reviewer: OWN,
  custodian: [Permission.RoleConfirm, Permission.AuditRead, Permission.AuditVerify, ...OWN],
  counsel: [Permission.AuditRead, ...OWN],
  commissioner: [...COMMISSIONER, ...OWN],
  chair: [...COMMISSIONER, ...OWN],
  admin: [
    Permission.UserManage,
    Permission.RoleConfirm,
    Permission.OwnKeys,
    Permission.KeyManage,
    Permission.AuditRead,
    Permission.AuditVerify,
    Permission.AuditAlerts,
    ...OWN,
  ],
  integrator: [Permission.OwnJobs],
};

export const REACH_OF: Readonly<Record<Permission, Reach>> = {
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
  [Permission.OwnAccount]: 'session',
  [Permission.OwnKeys]: 'session',
  [Permission.OwnJobs]: 'any',
  [Permission.UserManage]: 'session',
  [Permission.RoleConfirm]: 'session',
  [Permission.KeyManage]: 'session',
  [Permission.AuditRead]: 'session',
  [Permission.AuditVerify]: 'session',
  [Permission.AuditAlerts]: 'session',
};

export function rolesGrant(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => GRANTED[role].includes(permission));
}
