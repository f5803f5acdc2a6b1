import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, type Page, Pager } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog, Freshness } from '#src/trust/audit/index.js';
import { postFilled, postNotFound } from '../bench.errors.js';
import { labelOfPost } from '../bench.policy.js';
import { BenchReferences } from '../bench.references.js';
import { type CreatePostDto, type ListPostsQuery, PostDto, type UpdatePostDto } from './post.dto.js';
import { assertProvided } from './post.policy.js';
import { POST_ORDER, PostRepository } from './post.repository.js';

@Injectable()
export class PostService {
  constructor(
    private readonly gate: Gate,
    private readonly posts: PostRepository,
    private readonly references: BenchReferences,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
    private readonly audit: AuditLog,
    private readonly freshness: Freshness,
  ) {}

  list(query: ListPostsQuery, wantsTotal: boolean): Promise<Page<PostDto>> {
    return this.pager.page({
      list: 'posts',
      query,
      order: POST_ORDER,
      fetch: (keyset) => this.posts.list(query, keyset),
      item: (row) => PostDto.from(row),
      ...(wantsTotal && { total: () => this.posts.count(query) }),
    });
  }

  async get(id: string): Promise<PostDto> {
    const row = await this.posts.find(id);
    if (!row) throw postNotFound();
    return PostDto.from(row);
  }

  /** @throws DomainError 409 CHAIR_PROVIDED, 422 DAYS_REVERSED, POST_KIND, SECTOR_ENDED, UNKNOWN_REFERENCE */
  async create(input: CreatePostDto, key?: string): Promise<PostDto> {
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createPost',
        payload: input,
        create: () => this.insert(input),
      }),
    );
    return this.get(id);
  }

  /** @throws DomainError 404 POST_NOT_FOUND, 409 POST_FILLED, 412 STALE, 422 as `create` */
  async update(id: string, ifMatch: readonly string[] | '*', input: UpdatePostDto): Promise<PostDto> {
    const change = given(input);
    await this.gate.write(async () => {
      const before = await this.posts.lock(id);
      if (!before) throw postNotFound();
      await this.freshness.assert(ifMatch, before);
      const after = { ...before, ...change };
      const sectorEndedOn = await this.references.assertKnown({
        sectorId: after.sectorId,
        organisationId: change.fillableById,
        organisationAt: '/fillableById',
      });
      assertProvided(after, sectorEndedOn);
      if (await this.posts.isHeldBeyond(id, after.startsOn, after.endsOn)) throw postFilled();
      await this.posts.update(id, { ...change, ...labelOfPost() });
      await this.audit.record('post.updated', 'post', id, { fields: Object.keys(change) });
    });
    return this.get(id);
  }

  private async insert(input: CreatePostDto): Promise<string> {
    const post = { office: null, sectorId: null, fillableById: null, endsOn: null, ...given(input) };
    const sectorEndedOn = await this.references.assertKnown({
      sectorId: post.sectorId,
      organisationId: post.fillableById,
      organisationAt: '/fillableById',
    });
    assertProvided(post, sectorEndedOn);
    const id = randomUUID();
    await this.posts.insert({ id, ...post, ...labelOfPost() });
    await this.audit.record('post.created', 'post', id, { kind: post.kind });
    return id;
  }
}
