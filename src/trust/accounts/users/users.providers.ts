import { LastAdmin } from '../roles/last-admin.js';
import { RoleAssignment } from '../roles/role-assignment.js';
import { RoleHolderRepository } from '../roles/role-holder.repository.js';
import { RoleRequestController } from '../roles/role-request.controller.js';
import { RoleRequestRepository } from '../roles/role-request.repository.js';
import { RoleRequestService } from '../roles/role-request.service.js';
import { UserRolesController } from '../roles/user-roles.controller.js';
import { UserRolesService } from '../roles/user-roles.service.js';
import { AccountStatusChange } from './account-status.js';
import { InvitationService } from './invitation.service.js';
import { OpenLinks } from './open-links.js';
import { OwnUserController } from './own-user.controller.js';
import { OwnUserService } from './own-user.service.js';
import { UserController } from './user.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** `users/me` comes before `users/:userId`: the first that matches answers. */
export const USERS_CONTROLLERS = [
  OwnUserController,
  UserController,
  UserRolesController,
  RoleRequestController,
];

export const USERS_PROVIDERS = [
  UsersRepository,
  UsersService,
  OwnUserService,
  AccountStatusChange,
  InvitationService,
  OpenLinks,
  LastAdmin,
  RoleAssignment,
  RoleHolderRepository,
  RoleRequestRepository,
  RoleRequestService,
  UserRolesService,
];
