import type { RecordStatus } from '../entities/record-status.js';
import { mayBecome, needsReason } from '../testimony.policy.js';
import { ruleBroken, statusRefused } from '../testimony.errors.js';
import type { ChangeStatusDto } from './status.dto.js';

/** What a change of status writes, once it is found to be allowed. */
export function statusChange(
  from: RecordStatus,
  { to, reason }: ChangeStatusDto,
): { status: RecordStatus; statusReason: string | null } {
  if (needsReason(to) && !reason?.trim())
    throw ruleBroken('REASON_REQUIRED', '/reason', `must say why it is ${to}`);
  if (!mayBecome(from, to)) throw statusRefused(from, to);
  return { status: to, statusReason: reason ?? null };
}
