import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, fileTrouble } from './startup-error.js';

/** Small files of the data folder that its owner alone may read (mode 600); a write is whole or has not been. */
export class PrivateFiles {
  constructor(readonly folder: string) {}

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string | undefined {
    try {
      return readFileSync(this.path(name), 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw fileTrouble(error, this.path(name));
    }
  }

  write(name: string, content: string): void {
    const path = this.path(name);
    const half = `${path}.${process.pid}.part`;
    try {
      rmSync(half, { force: true });
      const file = openSync(half, 'wx', 0o600);
      try {
        writeSync(file, content);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(half, path);
    } catch (error) {
      throw fileTrouble(error, path);
    }
  }

  remove(name: string): void {
    rmSync(this.path(name), { force: true });
  }
}
