import { readdirSync, readFileSync } from 'node:fs';
import { type Locale, LOCALES } from './locale.js';
import { WEB } from './places.js';

export type Words = Readonly<Record<string, string | number>>;

/** Every text of the portal in one language, by `file.key.key`. */
export class Dictionary {
  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  static read(locale: Locale): Dictionary {
    const folder = new URL(`locales/${locale}/`, WEB);
    const texts = new Map<string, string>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const tree: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      flatten(tree, file.slice(0, -'.json'.length), texts);
    }
    return new Dictionary(texts);
  }

  keys(): string[] {
    return [...this.texts.keys()].toSorted();
  }

  has(key: string): boolean {
    return this.texts.has(key);
  }

  /** The text with its `{name}`s filled in. A key that is not there is a fault of the program. */
  text(key: string, words: Words = {}): string {
    const text = this.texts.get(key);
    if (text === undefined) throw new Error(`The dictionary has no ${key}`);
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const word = words[name];
      if (word === undefined) throw new Error(`${key} needs ${name}`);
      return String(word);
    });
  }

  /** The first of these that is there. */
  firstOf(keys: readonly string[], words: Words = {}): string {
    return this.text(keys.find((key) => this.has(key)) ?? keys.at(-1)!, words);
  }
}

function flatten(tree: unknown, path: string, into: Map<string, string>): void {
  if (typeof tree === 'string') into.set(path, tree);
  else if (typeof tree === 'object' && tree !== null) {
    for (const [key, branch] of Object.entries(tree)) flatten(branch, `${path}.${key}`, into);
  } else throw new Error(`${path} is no text`);
}

export function readDictionaries(): Readonly<Record<Locale, Dictionary>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, Dictionary.read(locale)])) as Record<
    Locale,
    Dictionary
  >;
}
