/** What keeps the program from starting, in one line that its operator can act on. The program prints it and exits 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError';

  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s*\n\s*/g, ' '), options);
  }
}

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not read or write it',
  EROFS: 'its file system is read-only',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EEXIST: 'a file is where a folder should be',
  EISDIR: 'it is a folder, not a file',
  EMFILE: 'too many files are open',
};

/** Turns trouble with a file into one clear line; what is no trouble with files is given back as it came. */
export function fileTrouble(error: unknown, path: string): unknown {
  const code = codeOf(error);
  const reason = code === undefined ? undefined : reasons[code];
  return reason === undefined ? error : new StartupError(`Cannot use ${path}: ${reason}.`, { cause: error });
}

export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
