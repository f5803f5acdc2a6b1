import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { Sealer } from '../seal/sealer.js';
import { checkpointOf } from '../tree/index.js';
import { CheckpointDto, LatestCheckpointDto } from './checkpoint.dto.js';
import { CHECKPOINT_ORDER, CheckpointRepository } from './checkpoint.repository.js';
import { AuditEntryDto, type ListAuditEntriesQuery } from './entry.dto.js';
import { ENTRY_ORDER, EntryRepository } from './entry.repository.js';
import type { ListQuery } from '#src/foundation/common/index.js';

@Injectable()
export class LogViewService {
  constructor(
    private readonly entries: EntryRepository,
    private readonly checkpoints: CheckpointRepository,
    private readonly sealer: Sealer,
    private readonly pager: Pager,
  ) {}

  listEntries(query: ListAuditEntriesQuery, wantsTotal: boolean): Promise<Page<AuditEntryDto>> {
    const filter = {
      action: query.action ?? null,
      subjectId: query.subjectId ?? null,
      actorId: query.actorId ?? null,
      from: query['at[gte]'] ?? null,
      before: query['at[lt]'] ?? null,
    };
    return this.pager.page({
      list: 'audit-entries',
      query,
      order: ENTRY_ORDER,
      fetch: (keyset) => this.entries.list(filter, keyset),
      item: (row) => AuditEntryDto.from(row),
      ...(wantsTotal && { total: () => this.entries.count(filter) }),
    });
  }

  listCheckpoints(query: ListQuery, wantsTotal: boolean): Promise<Page<CheckpointDto>> {
    return this.pager.page({
      list: 'audit-checkpoints',
      query,
      order: CHECKPOINT_ORDER,
      fetch: (keyset) => this.checkpoints.list(keyset),
      item: (row) => CheckpointDto.from(checkpointOf(row)),
      ...(wantsTotal && { total: () => this.checkpoints.count() }),
    });
  }

  async latest(): Promise<LatestCheckpointDto> {
    const [checkpoint, backlog] = await Promise.all([this.checkpoints.latest(), this.sealer.backlog()]);
    return LatestCheckpointDto.from(checkpoint, backlog);
  }
}
