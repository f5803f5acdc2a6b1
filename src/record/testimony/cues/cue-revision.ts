import { createHash } from 'node:crypto';

/** The revision of a cue: new with each edit, and of itself telling nothing of how many there were. */
export function cueRevision(transcriptId: string, number: number, edit: number): string {
  return createHash('sha256').update(`${transcriptId} ${number} ${edit}`).digest('base64url').slice(0, 22);
}
