export {
  type ChainedCheckpoint,
  type Checkpoint,
  CHECKPOINT_COLUMNS,
  checkpointOf,
  type CheckpointRow,
  FIRST_PREVIOUS,
  hashOfCheckpoint,
} from './checkpoint.js';
export { Frontier, STEP } from './frontier.js';
export { EMPTY_ROOT, foldRight, leafHash, nodeHash } from './hashing.js';
export { hashAtPlaces, hashOfEntry, leafData, SEALED_COLUMNS, type SealedEntry } from './leaf.js';
export { completeTrees, consistencyPath, inclusionPath, type Range, type Subtree } from './ranges.js';
export { TreeStore } from './tree-store.js';
