export { StartupError, codeOf, fileTrouble } from './startup-error.js';
export { type ProcessIdentity, commandOf, isAlive, pidExists, thisProcess } from './process-identity.js';
export { PrivateFiles } from './private-files.js';
