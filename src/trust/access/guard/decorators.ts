import { applyDecorators, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCookieAuth,
  ApiExtension,
  ApiForbiddenResponse,
  ApiSecurity,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '#src/foundation/common/index.js';
import { type Permission, REACH_OF } from './permission.js';
import type { Scope } from './scope.js';

export const PUBLIC_SCOPE = 'hearth:public';
export const REQUIRES = 'hearth:requires';
export const SIGNING_IN = 'hearth:signing-in';

/**
 * Anybody may call it; the gate decides record by record what they see. A key whose scopes leave out `scope`
 * reads as the public does.
 */
export function Public(scope?: Scope): MethodDecorator {
  return applyDecorators(
    SetMetadata(PUBLIC_SCOPE, scope ?? true),
    ApiSecurity({}),
    ApiBearerAuth('key'),
    ApiCookieAuth('session'),
  );
}

/** Only a caller whose role (and whose key's scope) holds the permission; written into OpenAPI as `x-permission`. */
export function Requires(permission: Permission): MethodDecorator {
  return applyDecorators(
    SetMetadata(REQUIRES, permission),
    ...(REACH_OF[permission] === 'session' ? [] : [ApiBearerAuth('key')]),
    ApiCookieAuth('session'),
    ApiExtension('x-permission', permission),
    ApiUnauthorizedResponse({
      description: 'No key or session, or one that is unknown, expired or ended',
      type: ProblemDto,
    }),
    ApiForbiddenResponse({ description: `The caller lacks ${permission}`, type: ProblemDto }),
  );
}

/**
 * Whoever has given a password, whether or not the second factor has followed: `gate.actor().via` tells which. A
 * person without a whole session has no roles here.
 */
export function SigningIn(): MethodDecorator {
  return applyDecorators(
    SetMetadata(SIGNING_IN, true),
    ApiCookieAuth('session'),
    ApiUnauthorizedResponse({ description: 'No session', type: ProblemDto }),
    ApiForbiddenResponse({ description: 'A key cannot do this', type: ProblemDto }),
  );
}
