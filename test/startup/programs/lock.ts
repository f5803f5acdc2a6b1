import { FolderInUseError, lockFolder } from '#src/foundation/startup/index.js';

/** Takes the folder and keeps it until its stdin closes. */
try {
  const lock = await lockFolder(process.argv[2] ?? '', 'a test');
  process.stdout.write('held\n');
  process.stdin.resume();
  process.stdin.once('end', () => lock.release());
} catch (error) {
  if (!(error instanceof FolderInUseError)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
