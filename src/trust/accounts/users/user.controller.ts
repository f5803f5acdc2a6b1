import { Body, Controller, Delete, Get, Header, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiHeader, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { InvitationService } from './invitation.service.js';
import { UserDto } from './user.dto.js';
import { InviteUserDto, ListUsersQuery, UpdateUserDto } from './user-input.dto.js';
import { UsersService } from './users.service.js';

@ApiTags('Accounts')
@Controller('users')
export class UserController {
  constructor(
    private readonly users: UsersService,
    private readonly invitations: InvitationService,
  ) {}

  /** Lists everybody who has an account, by name. */
  @Get()
  @Requires(Permission.UserManage)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(UserDto)
  listUsers(@Query() query: ListUsersQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<UserDto>> {
    return this.users.list(query, wantsTotal);
  }

  /**
   * Makes an account and mails its person a link, good once, with which they choose a password. 409 `EMAIL_TAKEN`, 422
   * `ROLES_CONFLICT`.
   */
  @Post()
  @Requires(Permission.UserManage)
  @ApiCreates(UserDto)
  inviteUser(@Body() input: InviteUserDto, @IdempotencyKey() key?: string): Promise<UserDto> {
    return this.invitations.invite(input, key);
  }

  /** Reads one account. */
  @Get(':userId')
  @Requires(Permission.UserManage)
  @Header('Cache-Control', 'no-store')
  @ApiReads(UserDto)
  getUser(@UuidParam('userId') id: string): Promise<UserDto> {
    return this.users.get(id);
  }

  /**
   * Changes name, address, language, or shuts the account (`status: disabled`): its sessions, links and keys end at
   * once. 409 `EMAIL_TAKEN`, `LAST_ADMIN`, `NOT_ACCEPTED` (no invitation was accepted that could be enabled),
   * `ADDRESS_HELD` (whoever has a sensitive role keeps their address).
   */
  @Patch(':userId')
  @Requires(Permission.UserManage)
  @ApiUpdates(UserDto)
  updateUser(
    @UuidParam('userId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdateUserDto,
  ): Promise<UserDto> {
    return this.users.update(id, ifMatch, input);
  }

  /** Mails the invitation again; the links before it stop working. 409 `ALREADY_ACCEPTED`, `ACCOUNT_DISABLED`. */
  @Post(':userId/invitations')
  @Requires(Permission.UserManage)
  @HttpCode(202)
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '1 to 255 visible ASCII characters; a repeat within 24 hours mails nothing',
  })
  @ApiAcceptedResponse({ description: 'The mail is on its way' })
  @ApiProblems(400, 404, 409, 422, 429)
  repeatInvitation(@UuidParam('userId') id: string, @IdempotencyKey() key?: string): Promise<void> {
    return this.invitations.repeat(id, key);
  }

  /** Signs somebody out everywhere. */
  @Delete(':userId/sessions')
  @Requires(Permission.UserManage)
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 429)
  endUserSessions(@UuidParam('userId') id: string): Promise<void> {
    return this.users.endSessions(id);
  }
}
