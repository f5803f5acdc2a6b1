import { Body, Controller, Delete, Get, Header, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiDeletes,
  ApiProblems,
  ApiReads,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { ApiKeyDto, CreateApiKeyDto, ListApiKeysQuery, RotateApiKeyDto } from './api-key.dto.js';
import { ApiKeyService } from './api-key.service.js';

@ApiTags('Accounts')
@Controller('api-keys')
export class ApiKeyController {
  constructor(private readonly keys: ApiKeyService) {}

  /** Lists your keys, the newest first; an administrator everybody's. Never a key itself. */
  @Get()
  @Requires(Permission.OwnKeys)
  @Header('Cache-Control', 'no-store')
  @PagedResponse(ApiKeyDto)
  listApiKeys(@Query() query: ListApiKeysQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<ApiKeyDto>> {
    return this.keys.list(query, wantsTotal);
  }

  /** Makes a key and shows it, this once. It may do what its owner may, within its scopes. */
  @Post()
  @Requires(Permission.OwnKeys)
  @ApiCreates(ApiKeyDto)
  createApiKey(@Body() input: CreateApiKeyDto, @IdempotencyKey() key?: string): Promise<ApiKeyDto> {
    return this.keys.create(input, key);
  }

  /** Reads what is known of a key. */
  @Get(':keyId')
  @Requires(Permission.OwnKeys)
  @Header('Cache-Control', 'no-store')
  @ApiReads(ApiKeyDto)
  getApiKey(@UuidParam('keyId') id: string): Promise<ApiKeyDto> {
    return this.keys.get(id);
  }

  /** Makes the key that takes this one's place; this one goes on for the overlap. 409 `KEY_IS_OVER`. */
  @Post(':keyId/rotation')
  @Requires(Permission.OwnKeys)
  @ApiCreatedResponse({ type: ApiKeyDto })
  @ApiProblems(400, 404, 409, 413, 422, 429)
  rotateApiKey(
    @UuidParam('keyId') id: string,
    @Body() input: RotateApiKeyDto,
    @IdempotencyKey() key?: string,
  ): Promise<ApiKeyDto> {
    return this.keys.rotate(id, input, key);
  }

  /** Ends a key at once. */
  @Delete(':keyId')
  @Requires(Permission.OwnKeys)
  @ApiDeletes()
  revokeApiKey(@UuidParam('keyId') id: string, @IfMatch() ifMatch: string[] | '*'): Promise<void> {
    return this.keys.revoke(id, ifMatch);
  }
}
