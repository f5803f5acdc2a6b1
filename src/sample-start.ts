import type { INestApplicationContext } from '@nestjs/common';
import type { PrivateFiles } from './foundation/startup/index.js';
import { SampleService } from './record/sample/index.js';
import { KeyRegister } from './trust/accounts/index.js';

const PENDING = 'sample-pending';
const KEY_FILE = 'sample-clerk-key';

/** Notes that this database is ours to fill: a start that is killed before it has leaves it to the next. */
export function promiseSample(files: PrivateFiles): void {
  files.write(PENDING, '');
}

export function isSamplePromised(files: PrivateFiles): boolean {
  return files.read(PENDING) !== undefined;
}

/** Loads the promised sample commission and leaves a clerk's key in the data folder, for its owner alone. */
export async function loadSample(
  app: INestApplicationContext,
  files: PrivateFiles,
  ownerUrl: string,
): Promise<void> {
  await app.get(SampleService).load();
  if (files.read(KEY_FILE) === undefined) {
    const keys = new KeyRegister(ownerUrl);
    files.write(
      KEY_FILE,
      await keys.create({ name: 'sample clerk', role: 'clerk', scopes: [], expiresAt: null }),
    );
  }
  files.remove(PENDING);
}

/** Where the sample clerk's key lies, if this data folder has one. */
export function sampleKeyPath(files: PrivateFiles): string | undefined {
  return files.read(KEY_FILE) === undefined ? undefined : files.path(KEY_FILE);
}
