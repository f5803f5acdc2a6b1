import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Permission, type Role, rolesGrant, type Scope } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import {
  ApiKeyDto,
  type CreateApiKeyDto,
  type ListApiKeysQuery,
  type RotateApiKeyDto,
} from './api-key.dto.js';
import {
  apiKeyNotFound,
  expiryOutOfRange,
  keyIsOver,
  onlyAdministrators,
  scopeBeyondRole,
} from './api-key.errors.js';
import { API_KEY_ORDER, ApiKeyRepository, type ApiKeyRow } from './api-key.repository.js';
import { formatKey, hashOf, newKey } from './key.js';
import { LONGEST_DAYS, OVERLAP_HOURS, scopesFor } from './key.policy.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Wish {
  readonly name: string;
  readonly scopes: Scope[];
  readonly expiresAt: Date | null;
}

/** Keys that people make, renew and end. An administrator does so with everybody's. */
@Injectable()
export class ApiKeyService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly keys: ApiKeyRepository,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListApiKeysQuery, wantsTotal: boolean): Promise<Page<ApiKeyDto>> {
    const owner = this.managesAll() ? (query.owner ?? null) : this.desk.actor().id;
    return this.pager.page({
      list: 'api-keys',
      query,
      order: API_KEY_ORDER,
      fetch: (keyset) => this.keys.list(owner, keyset),
      item: (row) => ApiKeyDto.from(row),
      ...(wantsTotal && { total: () => this.keys.count(owner) }),
    });
  }

  async get(id: string): Promise<ApiKeyDto> {
    return ApiKeyDto.from(await this.found(id));
  }

  async create(input: CreateApiKeyDto, key?: string): Promise<ApiKeyDto> {
    const expiresAt = new Date(input.expiresAt);
    const ahead = expiresAt.getTime() - Date.now();
    if (ahead <= 0 || ahead > LONGEST_DAYS * DAY_MS) throw expiryOutOfRange();
    const forIntegrator = input.forIntegrator ?? false;
    if (forIntegrator && !this.managesAll()) throw onlyAdministrators();
    this.assertWithin(input.scopes, forIntegrator ? ['integrator'] : this.desk.actor().roles);

    let secret: string | null = null;
    const id = await this.desk.write(() =>
      this.idempotency.once({
        key,
        operation: 'createApiKey',
        payload: input,
        create: async () => {
          const ownerId = forIntegrator ? randomUUID() : this.desk.actor().id;
          if (forIntegrator) await this.keys.insertIntegrator(ownerId, input.name);
          const made = await this.insert(ownerId, { ...input, expiresAt });
          secret = made.secret;
          await this.audit.record('key.created', 'api_key', made.id, {
            scopes: input.scopes,
            owner: ownerId,
          });
          return made.id;
        },
      }),
    );
    return ApiKeyDto.from(await this.found(id), secret);
  }

  /** A successor with the same scopes and end; the former goes on for the overlap. */
  async rotate(formerId: string, input: RotateApiKeyDto, key?: string): Promise<ApiKeyDto> {
    const overlap = (input.overlapHours ?? OVERLAP_HOURS.usual) * HOUR_MS;
    let secret: string | null = null;
    const id = await this.desk.write(() =>
      this.idempotency.once({
        key,
        operation: `rotateApiKey ${formerId}`,
        payload: input,
        create: async () => {
          const former = await this.keys.lock(this.ownerAskedFor(), formerId);
          if (!former) throw apiKeyNotFound();
          if (isOver(former)) throw keyIsOver();
          const made = await this.insert(former.ownerId, former);
          secret = made.secret;
          await this.keys.succeed(formerId, made.id, new Date(Date.now() + overlap));
          await this.audit.record('key.rotated', 'api_key', formerId, { successor: made.id });
          return made.id;
        },
      }),
    );
    return ApiKeyDto.from(await this.found(id), secret);
  }

  /** Ends it at once; one that is over stays as it was. */
  async revoke(id: string, ifMatch: readonly string[] | '*'): Promise<void> {
    await this.desk.write(async () => {
      const key = await this.keys.lock(this.ownerAskedFor(), id);
      if (!key) throw apiKeyNotFound();
      await this.freshness.assert(ifMatch, key);
      await this.keys.revoke(id);
      await this.audit.record('key.revoked', 'api_key', id);
    });
  }

  private async found(id: string): Promise<ApiKeyRow> {
    const row = await this.keys.find(this.ownerAskedFor(), id);
    if (!row) throw apiKeyNotFound();
    return row;
  }

  private async insert(ownerId: string, wish: Wish): Promise<{ id: string; secret: string }> {
    const key = newKey();
    const id = randomUUID();
    const { name, scopes, expiresAt } = wish;
    await this.keys.insert({
      id,
      actorId: ownerId,
      name,
      scopes: [...scopes],
      expiresAt,
      prefix: key.prefix,
      secretHash: hashOf(key),
    });
    return { id, secret: formatKey(key) };
  }

  private assertWithin(scopes: readonly Scope[], roles: readonly Role[]): void {
    const allowed = scopesFor(roles);
    const beyond = scopes.findIndex((scope) => !allowed.includes(scope));
    if (beyond !== -1) throw scopeBeyondRole(beyond);
  }

  private managesAll(): boolean {
    return rolesGrant(this.desk.actor().roles, Permission.KeyManage);
  }

  /** Whose keys may be found: null is everybody's. */
  private ownerAskedFor(): string | null {
    return this.managesAll() ? null : this.desk.actor().id;
  }
}

function isOver({ revokedAt, expiresAt, rotatedTo }: ApiKeyRow): boolean {
  return revokedAt !== null || rotatedTo !== null || (expiresAt !== null && expiresAt <= new Date());
}
