import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { given, unknownReferences } from '#src/foundation/common/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { notOfThisKind, successionOrder } from '../bench.errors.js';
import { labelOfTerm } from '../bench.policy.js';
import { BenchReferences } from '../bench.references.js';
import type { PostKind } from '../posts/post-kind.js';
import type { Post } from '../posts/post.entity.js';
import { PostRepository } from '../posts/post.repository.js';
import type { Membership } from './membership.entity.js';
import type { CreateTermDto, UpdateTermDto } from './term.dto.js';
import { type Appointee, assertPublic, assertTermFits, dayBefore, whoGivesWay } from './term.policy.js';
import { TermRepository } from './term.repository.js';

type Term = Pick<
  Membership,
  'id' | 'startsOn' | 'endsOn' | 'acting' | 'endReason' | 'appointedById' | 'succeedsId'
>;

/** How a post is filled, inside a write that holds the person's row. It holds the post's row from then on. */
@Injectable()
export class Appointments {
  constructor(
    private readonly posts: PostRepository,
    private readonly terms: TermRepository,
    private readonly references: BenchReferences,
    private readonly audit: AuditLog,
  ) {}

  /**
   * The id of the new term.
   *
   * @throws DomainError 409 POST_TAKEN, TERM_OVERLAPS, ACTING_NOT_VACANT; 422 DAYS_REVERSED, PERSON_UNLISTED, POST_ENDED,
   *   SECTOR_ENDED, SUCCESSION_ORDER, UNKNOWN_REFERENCE, and POST_KIND if the post is not of the `only` kind
   */
  async appoint(person: Appointee, { postId, ...input }: CreateTermDto, only?: PostKind): Promise<string> {
    const post = await this.posts.lock(postId);
    if (!post) throw unknownReferences(['/postId']);
    if (only !== undefined && post.kind !== only) throw notOfThisKind('/postId', `This post is no ${only}.`);
    assertPublic(person, post.kind);
    const personId = person.id;
    const id = randomUUID();
    const term: Term = {
      endsOn: null,
      acting: false,
      appointedById: null,
      succeedsId: null,
      ...given(input),
      endReason: null,
      id,
    };
    await this.assertFits(term, post);
    await this.makeRoom(term, postId);
    await this.terms.insert({ ...term, personId, postId, kind: post.kind, ...labelOfTerm() });
    await this.audit.record('term.created', 'membership', id, { personId, postId, acting: term.acting });
    return id;
  }

  /** Holds the post of a term that is to be changed; before the term itself, as whoever makes room for another does. */
  async hold(postId: string): Promise<Post> {
    const post = await this.posts.lock(postId);
    if (!post) throw new Error('a term without its post');
    return post;
  }

  /** @throws DomainError as `appoint`, and 422 END_REASON_ALONE */
  async change(post: Post, before: Membership, change: UpdateTermDto): Promise<void> {
    const after = { ...before, ...change };
    // What is opened again ended for no reason.
    if (change.endsOn === null && change.endReason === undefined) after.endReason = null;
    await this.assertFits(after, post);
    await this.makeRoom(after, post.id);
    await this.terms.update(before.id, { ...change, endReason: after.endReason, ...labelOfTerm() });
  }

  private async assertFits(term: Term, post: Post): Promise<void> {
    const sectorEndedOn = await this.references.assertKnown({
      sectorId: post.sectorId,
      organisationId: term.appointedById,
      organisationAt: '/appointedById',
    });
    assertTermFits(term, post, sectorEndedOn);
  }

  private async makeRoom(term: Term, postId: string): Promise<void> {
    const { id, succeedsId, startsOn, endsOn } = term;
    const former = succeedsId === null ? null : await this.terms.daysOf(succeedsId, postId);
    if (succeedsId !== null && former === null) throw unknownReferences(['/succeedsId']);
    const standing = await this.terms.standing(postId, startsOn, endsOn, id);
    const leaving = whoGivesWay(term, standing);
    const isLeaving = leaving.some((other) => other.id === succeedsId);
    if (former && !isLeaving && !(former.endsOn !== null && former.endsOn < startsOn))
      throw successionOrder();
    for (const other of leaving) {
      await this.terms.update(other.id, {
        endsOn: dayBefore(startsOn),
        endReason: 'succeeded',
        ...labelOfTerm(),
      });
      await this.audit.record('term.gave_way', 'membership', other.id, {
        fields: ['endsOn', 'endReason'],
        to: id,
      });
    }
  }
}
