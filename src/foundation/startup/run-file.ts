import { type ProcessIdentity, isAlive, thisProcess } from './process-identity.js';
import { PrivateFiles } from './private-files.js';

const name = 'run.json';

/** What a running server tells the command line on the same machine. Holds passwords: mode 600. */
export interface RunInfo {
  process: ProcessIdentity;
  /** Where it answers, without a slash at the end. */
  url: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  database: {
    /** Absent where the server itself was given no owner's login. */
    ownerUrl?: string;
    appUrl: string;
    publicUrl: string;
  };
}

export function writeRunInfo(files: PrivateFiles, info: Omit<RunInfo, 'process'>): void {
  files.write(name, `${JSON.stringify({ process: thisProcess(), ...info }, null, 2)}\n`);
}

export function removeRunInfo(files: PrivateFiles): void {
  files.remove(name);
}

/** The server now running on the data folder; undefined if none is, whatever a killed one left behind. */
export function readRunInfo(dataDir: string): RunInfo | undefined {
  const text = new PrivateFiles(dataDir).read(name);
  if (text === undefined) return undefined;
  const info = JSON.parse(text) as RunInfo;
  return isAlive(info.process) ? info : undefined;
}
