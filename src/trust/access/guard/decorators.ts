import { applyDecorators, SetMetadata } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtension,
  ApiForbiddenResponse,
  ApiSecurity,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '#src/foundation/common/index.js';
import type { Permission, Scope } from './permission.js';

export const PUBLIC_SCOPE = 'hearth:public';
export const REQUIRES = 'hearth:requires';

/**
 * Anybody may call it; the gate decides record by record what they see. A key whose scopes leave out `scope`
 * reads as the public does.
 */
export function Public(scope?: Scope): MethodDecorator {
  return applyDecorators(SetMetadata(PUBLIC_SCOPE, scope ?? true), ApiSecurity({}), ApiBearerAuth('key'));
}

/** Only a caller whose role (and whose key's scope) holds the permission; written into OpenAPI as `x-permission`. */
export function Requires(permission: Permission): MethodDecorator {
  return applyDecorators(
    SetMetadata(REQUIRES, permission),
    ApiBearerAuth('key'),
    ApiExtension('x-permission', permission),
    ApiUnauthorizedResponse({
      description: 'No key, or one that is unknown, expired or revoked',
      type: ProblemDto,
    }),
    ApiForbiddenResponse({ description: `The caller lacks ${permission}`, type: ProblemDto }),
  );
}
