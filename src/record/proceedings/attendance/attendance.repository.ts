import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { Attendance } from './attendance.entity.js';
import type { Stay } from './presence.js';

/** Writing the roll; it is read with the whole sitting (`SittingRepository`). */
@Injectable()
export class AttendanceRepository {
  async replace(hearingId: string, personId: string, stays: readonly Stay[]): Promise<void> {
    await currentManager().delete(Attendance, { hearingId, personId });
    await this.add(
      hearingId,
      stays.map((stay) => ({ ...stay, personId })),
    );
  }

  async add(hearingId: string, stays: readonly (Stay & { personId: string })[]): Promise<void> {
    if (stays.length === 0) return;
    const rows = stays.map(({ personId, arrivedAt, leftAt, mode, place, note }) => ({
      ...{ hearingId, personId },
      ...{ arrivedAt, leftAt, mode, place, note },
    }));
    await currentManager().insert(Attendance, rows);
  }
}
