import type { TaggedText } from './tagged-text.js';

interface Kept extends TaggedText {
  readonly digest: string;
}

const MAX_TEXTS = 32;
const MAX_CHARACTERS = 16_000_000;

/** The texts last made, each with the digest of the public rows that it was made from; the oldest go first. */
export class Rendered {
  private readonly texts = new Map<string, Kept>();
  private characters = 0;

  get(key: string): Kept | undefined {
    const kept = this.texts.get(key);
    if (kept) {
      this.texts.delete(key);
      this.texts.set(key, kept);
    }
    return kept;
  }

  keep(key: string, kept: Kept): void {
    this.drop(key);
    this.texts.set(key, kept);
    this.characters += kept.text.length;
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= MAX_TEXTS && this.characters <= MAX_CHARACTERS) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.characters -= this.texts.get(key)?.text.length ?? 0;
    this.texts.delete(key);
  }
}
