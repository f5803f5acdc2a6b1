import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Ends the run with one line and an exit code. */
export class SetupError extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const sha256 = (content) => createHash('sha256').update(content).digest('hex');

export function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Says what is done and, once it is, how long it took. */
export async function timed(talk, words, work) {
  talk.write(`${words} ...\n`);
  const begun = performance.now();
  await work();
  talk.write(`${words}: ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}
