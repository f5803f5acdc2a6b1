export type * from './hearing-folder.types.js';
export { readHearingFolder } from './read-hearing-folder.js';
export { isUnknown } from './unknown.js';
export { writeHearingFolder } from './write-hearing-folder.js';
