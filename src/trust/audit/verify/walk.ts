import {
  type ChainedCheckpoint,
  FIRST_PREVIOUS,
  Frontier,
  hashOfCheckpoint,
  hashOfEntry,
  type Subtree,
} from '../tree/index.js';
import type { Fault } from './fault.js';
import { keyOf, type LeafRow, type LogReader } from './log-reader.js';

export interface Walked {
  /** null: every place that is there is what was sealed. */
  readonly fault: Fault | null;
  /** The row at the fault, where its entry is there but is not the one that was sealed. */
  readonly row: LeafRow | null;
  /** The row before it. */
  readonly before: LeafRow | null;
  readonly checkpoints: number;
}

/** Walks from the first place to the last and stops at the first that is wrong. */
export class Walk {
  private readonly edge = new Frontier();
  private readonly checkpoints: AsyncIterator<ChainedCheckpoint>;
  private next: ChainedCheckpoint | undefined;
  private last: ChainedCheckpoint | undefined;
  private passed = 0;
  private before: LeafRow | null = null;
  /** A tree of 256 or more whose stored hash is another, since the last checkpoint. */
  private suspect: (Subtree & { end: number }) | undefined;

  constructor(
    private readonly reader: LogReader,
    private readonly progress: (places: number) => void,
  ) {
    this.checkpoints = reader.checkpoints();
  }

  async run(end: number): Promise<Walked> {
    await this.advance();
    for await (const { leaves, subtrees } of this.reader.batches(end)) {
      for (const row of leaves) {
        const fault = await this.step(row, subtrees);
        if (fault) return this.done(fault, fault.kind === 'changed' ? row : null);
        this.before = row;
      }
      this.progress(this.edge.size);
    }
    return this.done(this.atEnd(), null);
  }

  private done(fault: Fault | null, row: LeafRow | null): Walked {
    return { fault, row, before: this.before, checkpoints: this.passed };
  }

  private async step(row: LeafRow, subtrees: ReadonlyMap<string, Buffer>): Promise<Fault | null> {
    const position = this.edge.size;
    if (Number(row.position) !== position)
      return { kind: 'removed', position, entryId: null, detail: 'nothing stands at this place' };
    const entryId = row.entry_id;
    if (row.id === null)
      return { kind: 'removed', position, entryId, detail: 'it was sealed, and the entry is gone' };
    const hash = hashOfEntry(row, position);
    if (!hash.equals(row.hash))
      return { kind: 'changed', position, entryId, detail: 'the entry is not the one that was sealed' };
    this.edge.push(hash, (subtree, made) => this.compare(subtree, made, subtrees));
    while (this.next?.size === this.edge.size) {
      const fault = this.pass(this.next);
      if (fault) return fault;
      await this.advance();
    }
    return null;
  }

  private compare(subtree: Subtree, made: Buffer, stored: ReadonlyMap<string, Buffer>): void {
    if (stored.get(keyOf(subtree))?.equals(made)) return;
    this.suspect ??= { ...subtree, end: this.edge.size + 1 };
  }

  /** A checkpoint over exactly what was walked: the entries must make its root, and it must follow from the last. */
  private pass(checkpoint: ChainedCheckpoint): Fault | null {
    const begin = this.last?.size ?? 0;
    const at = { position: begin, entryId: null };
    const name = `the checkpoint of size ${checkpoint.size}`;
    if (!hashOfCheckpoint(checkpoint).equals(checkpoint.hash))
      return { ...at, kind: 'checkpoint', detail: `${name} was changed` };
    if (!checkpoint.previous.equals(this.last?.hash ?? FIRST_PREVIOUS))
      return { ...at, kind: 'checkpoint', detail: `${name} does not follow from the one before` };
    if (!checkpoint.root.equals(this.edge.root)) {
      const { position, until } = this.narrowed(begin, checkpoint.size);
      const detail = `entries and seals fit each other, but not ${name}`;
      return { kind: 'rewritten', position, until, entryId: null, detail };
    }
    if (this.suspect) {
      const { level, position } = this.suspect;
      const detail = `hash ${position} of level ${level} was changed`;
      return { kind: 'subtree', position: position * 2 ** level, entryId: null, detail };
    }
    this.last = checkpoint;
    this.passed += 1;
    return null;
  }

  /** A stored hash in between that still fits the checkpoint tells in which 256 the change is. */
  private narrowed(begin: number, end: number): { position: number; until: number } {
    if (this.suspect?.level !== 8) return { position: begin, until: end };
    return {
      position: Math.max(begin, this.suspect.position * 256),
      until: Math.min(end, this.suspect.end),
    };
  }

  private atEnd(): Fault | null {
    const { size } = this.edge;
    const at = { position: size, entryId: null };
    if (this.next) {
      const detail = `the checkpoint of size ${this.next.size} is there, the entries from here on are not`;
      return { ...at, kind: 'cut_off', detail };
    }
    const sealed = this.last?.size ?? 0;
    if (size === sealed) return null;
    return {
      kind: 'checkpoint',
      position: sealed,
      entryId: null,
      detail: 'no checkpoint seals what follows',
    };
  }

  private async advance(): Promise<void> {
    const { value, done } = await this.checkpoints.next();
    this.next = done ? undefined : value;
  }
}
