export { type DataFolder, makeDataFolder, openDataFolder } from './data-folder.js';
export {
  FolderInUseError,
  type FolderLock,
  type LockHolder,
  folderHolder,
  lockFolder,
} from './folder-lock.js';
export { PrivateFiles } from './private-files.js';
export { type ProcessIdentity, commandOf, isAlive, pidExists, thisProcess } from './process-identity.js';
export { type RunInfo, readRunInfo, removeRunInfo, writeRunInfo } from './run-file.js';
export { type Running, runUntilStopped } from './run-until-stopped.js';
export { sealingSecret } from './secret.js';
export { Stages } from './stages.js';
export { StartupError, codeOf, fileTrouble } from './startup-error.js';
