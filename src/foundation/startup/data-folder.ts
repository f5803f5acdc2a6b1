import { chmodSync, mkdirSync } from 'node:fs';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { PrivateFiles } from './private-files.js';
import { fileTrouble } from './startup-error.js';

/** The data folder, made if need be and held by this process alone until `release`. */
export interface DataFolder extends FolderLock {
  path: string;
  files: PrivateFiles;
}

/** Throws `FolderInUseError` while another living process holds it; `what` tells others who this one is. */
export async function openDataFolder(path: string, what: string): Promise<DataFolder> {
  makeDataFolder(path);
  const { release } = await lockFolder(path, what);
  return { path, files: new PrivateFiles(path), release };
}

/** For root the folder lets others pass through, since PostgreSQL runs as another user. What is in it stays private. */
export function makeDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) chmodSync(path, 0o711);
  } catch (error) {
    throw fileTrouble(error, path);
  }
}
