import { Body, Controller, Get, Header, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiReads, ApiUpdates, IfMatch } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { OwnUserService } from './own-user.service.js';
import { UserDto } from './user.dto.js';
import { UpdateOwnUserDto } from './user-input.dto.js';

/** Listed before `users/:userId`, which would take `me` for an id. */
@ApiTags('Accounts')
@Controller('users/me')
export class OwnUserController {
  constructor(private readonly own: OwnUserService) {}

  /** Reads your own account. */
  @Get()
  @Requires(Permission.OwnAccount)
  @Header('Cache-Control', 'no-store')
  @ApiReads(UserDto)
  getOwnUser(): Promise<UserDto> {
    return this.own.get();
  }

  /** Changes your name or language. */
  @Patch()
  @Requires(Permission.OwnAccount)
  @ApiUpdates(UserDto)
  updateOwnUser(@IfMatch() ifMatch: string[] | '*', @Body() input: UpdateOwnUserDto): Promise<UserDto> {
    return this.own.update(ifMatch, input);
  }
}
