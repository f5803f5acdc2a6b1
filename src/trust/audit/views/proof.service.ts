import { Injectable } from '@nestjs/common';
import { consistencyPath, inclusionPath, leafData, TreeStore } from '../tree/index.js';
import { CheckpointRepository } from './checkpoint.repository.js';
import { EntryRepository } from './entry.repository.js';
import { LogDesk } from './log-desk.js';
import {
  ConsistencyProofDto,
  type ConsistencyProofQuery,
  InclusionProofDto,
  type InclusionProofQuery,
} from './proof.dto.js';
import { entryNotFound, notSealed, orderWrong, sizeOutOfRange } from './views.errors.js';

/** Proofs that whoever keeps a root can check without us (docs/verify-proof.mjs). */
@Injectable()
export class ProofService {
  private readonly tree: TreeStore;

  constructor(
    private readonly entries: EntryRepository,
    private readonly checkpoints: CheckpointRepository,
    desk: LogDesk,
  ) {
    this.tree = new TreeStore(desk.query);
  }

  async inclusion(id: string, query: InclusionProofQuery): Promise<InclusionProofDto> {
    const entry = await this.entries.find(id);
    if (!entry) throw entryNotFound();
    if (entry.position === null) throw notSealed();
    const index = Number(entry.position);
    const most = await this.sealed();
    const size = query.size ?? most;
    if (size <= index || size > most) throw sizeOutOfRange('size', index + 1, most);
    return InclusionProofDto.from({
      leaf: JSON.parse(leafData(entry, index)) as object,
      ...{ index, size },
      path: hex(await this.tree.rootsOf(inclusionPath(index, size))),
      root: (await this.tree.rootOf([0, size])).toString('hex'),
    });
  }

  async consistency({ from, to }: ConsistencyProofQuery): Promise<ConsistencyProofDto> {
    if (to !== undefined && from > to) throw orderWrong();
    const most = await this.sealed();
    const size = to ?? most;
    if (size > most || from > size) throw sizeOutOfRange(size > most ? 'to' : 'from', 1, most);
    return ConsistencyProofDto.from({
      ...{ from, size },
      path: hex(await this.tree.rootsOf(consistencyPath(from, size))),
      fromRoot: (await this.tree.rootOf([0, from])).toString('hex'),
      root: (await this.tree.rootOf([0, size])).toString('hex'),
    });
  }

  private async sealed(): Promise<number> {
    return (await this.checkpoints.latest())?.size ?? 0;
  }
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
