import { AccountFactor } from './entities/account-factor.entity.js';
import { AccountSession } from './entities/account-session.entity.js';
import { AccountToken } from './entities/account-token.entity.js';
import { ActorRecord } from './entities/actor.entity.js';
import { ApiKeyRecord } from './entities/api-key.entity.js';
import { IdentityLink } from './entities/identity-link.entity.js';
import { RecoveryCode } from './entities/recovery-code.entity.js';
import { RoleRequest } from './entities/role-request.entity.js';
import { Throttle } from './entities/throttle.entity.js';
import { UserAccount } from './entities/user-account.entity.js';

export { AccountsModule } from './accounts.module.js';
export { formatKey, hashOf, type Key, newKey, parseBearer } from './keys/key.js';
export { type AccountHolder, KeyRegister, type ListedKey, type NewKey } from './keys/key-register.js';
export { useSessions } from './sessions/session-middleware.js';
export { Csrf } from './sessions/csrf.js';
export { ListSessionsQuery, SessionDto, SignInDto, SignInStateDto } from './sessions/session.dto.js';
export { SessionsService } from './sessions/sessions.service.js';
export { SignInService } from './sessions/sign-in.service.js';
export { Passwords, type PreparedPassword } from './passwords/passwords.js';
export {
  ChangeOwnPasswordDto,
  ConfirmPasswordResetDto,
  RequestPasswordResetDto,
} from './passwords/password.dto.js';
export { OwnPasswordService } from './passwords/own-password.service.js';
export { PasswordResetService } from './passwords/password-reset.service.js';
export { PersonalWords } from './passwords/rules/personal-words.js';
export { type Admission, Attempts } from './throttle/attempts.js';
export { AccountLinks } from './tokens/account-links.js';
export { AccountMail } from './tokens/account-mail.js';
export { AccountTokens, type TokenHolder } from './tokens/account-tokens.js';
export { ConfirmationService } from './factors/confirmation.service.js';
export { EnrolmentService } from './factors/enrolment.service.js';
export { ConfirmFactorDto, EnrolFactorDto, ListFactorsQuery } from './factors/factor.dto.js';
export { FactorsService } from './factors/factors.service.js';
export { RecoveryCodeService } from './factors/recovery/recovery-code.service.js';
export { SecondFactorDto } from './factors/verification/second-factor.dto.js';
export { SecondFactorService } from './factors/verification/second-factor.service.js';
export { DOORKEEPER, OPERATOR } from './operator.js';
export {
  FORBIDDEN_PAIRS,
  type GivenRole,
  GIVEN_ROLES,
  isSensitive,
  SENSITIVE_ROLES,
} from './roles/role.policy.js';
export { RoleRequestService } from './roles/role-request.service.js';
export { UserRolesService } from './roles/user-roles.service.js';
export { InvitationService, type IssuedLink } from './users/invitation.service.js';
export { UserDto } from './users/user.dto.js';
export { InviteUserDto } from './users/user-input.dto.js';
export { UsersService } from './users/users.service.js';

export const ACCOUNTS_ENTITIES = [
  ActorRecord,
  ApiKeyRecord,
  UserAccount,
  AccountToken,
  AccountFactor,
  RecoveryCode,
  RoleRequest,
  IdentityLink,
  AccountSession,
  Throttle,
];
