import { Injectable } from '@nestjs/common';
import { recordingNotFound } from '../testimony.errors.js';
import { MomentDto } from './moment.dto.js';
import { MomentRepository } from './moment.repository.js';

@Injectable()
export class MomentService {
  constructor(private readonly moments: MomentRepository) {}

  async get(recordingId: string, seconds: number): Promise<MomentDto> {
    const row = await this.moments.find(recordingId, seconds);
    if (!row) throw recordingNotFound();
    return MomentDto.from(row, seconds);
  }
}
