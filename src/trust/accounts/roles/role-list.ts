import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { GIVEN_ROLES } from './role.policy.js';

/** Of an input: roles, each once. */
export const RoleList = (): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMaxSize(GIVEN_ROLES.length),
    ArrayUnique(),
    IsIn(GIVEN_ROLES, { each: true, message: `must each be one of ${GIVEN_ROLES.join(', ')}` }),
  );
