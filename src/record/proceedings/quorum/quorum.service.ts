import { Injectable } from '@nestjs/common';
import { QuorumDto, type QuorumQuery } from './quorum.dto.js';
import { quorumChangesOf } from './quorum-changes.js';
import { SittingService } from './sitting.service.js';
import { standingAt, timelineOf } from './timeline.js';

@Injectable()
export class QuorumService {
  constructor(private readonly sittings: SittingService) {}

  async get(hearingId: string, { at }: QuorumQuery): Promise<QuorumDto> {
    const moment = at === undefined ? null : new Date(at);
    const { sitting } = await this.sittings.read(hearingId, moment ? [moment] : []);
    const timeline = timelineOf(sitting);
    const standing = moment && standingAt(sitting, moment.getTime());
    return QuorumDto.from(standing, timeline, quorumChangesOf(timeline));
  }
}
