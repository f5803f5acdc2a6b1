import { Injectable } from '@nestjs/common';
import { Rendered } from '../shared/rendered.js';
import { tagOf, type TaggedText } from '../shared/tagged-text.js';
import { atomFeed } from './atom-feed.js';
import { PublicChangesRepository } from './public-changes.repository.js';

@Injectable()
export class FeedService {
  private readonly rendered = new Rendered();

  constructor(private readonly changes: PublicChangesRepository) {}

  /** What last became of open meetings, the same for everybody. */
  async latest(address: string): Promise<TaggedText> {
    const kept = this.rendered.get(address);
    const read = await this.changes.latest(kept?.digest ?? null);
    if (kept && read.changes === null) return kept;
    const made = {
      tag: tagOf(read.digest, address, process.versions['tz'] ?? process.version),
      text: atomFeed(read.commission, read.changes ?? [], address),
    };
    this.rendered.keep(address, { ...made, digest: read.digest });
    return made;
  }
}
