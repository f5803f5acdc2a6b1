import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.object({ size: z.int().positive(), root: hex, hash: hex, at: z.string() });

/** A checkpoint as it was noted outside the database. */
export type Anchor = z.infer<typeof shape>;

/** The anchor of a line; null for one that was cut off in the middle, or is none. */
export function parseAnchor(line: string): Anchor | null {
  try {
    return shape.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Adds a line and waits until it is on the disk. Several processes may add to one file. A line that was cut off by a
 * crash stays by itself and spoils none after it.
 */
export async function appendAnchor(path: string, { size, root, hash, at }: Anchor): Promise<void> {
  const isNew = (await stat(path).catch(() => null)) === null;
  const file = await open(path, 'a+', 0o600);
  try {
    const line = `${JSON.stringify({ size, root, hash, at })}\n`;
    await file.appendFile((await endsWithin(file)) ? `\n${line}` : line);
    await file.sync();
  } finally {
    await file.close();
  }
  if (isNew) await syncFolder(dirname(path));
}

/** Whether the file ends in the middle of a line. */
async function endsWithin(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
