import { Injectable } from '@nestjs/common';
import { AccountsDesk } from '../shared/accounts-desk.js';
import type { UserDto } from './user.dto.js';
import type { UpdateOwnUserDto } from './user-input.dto.js';
import { UsersService } from './users.service.js';

/** One's own account: who asks says which. */
@Injectable()
export class OwnUserService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly users: UsersService,
  ) {}

  get(): Promise<UserDto> {
    return this.users.get(this.desk.actor().id);
  }

  update(ifMatch: readonly string[] | '*', { name, language }: UpdateOwnUserDto): Promise<UserDto> {
    const change = { ...(name !== undefined && { name }), ...(language !== undefined && { language }) };
    return this.users.update(this.desk.actor().id, ifMatch, change);
  }
}
