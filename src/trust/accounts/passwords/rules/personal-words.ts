import { Injectable, Logger } from '@nestjs/common';

/** Whom a password is to protect. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

const SPACING = /[^\p{L}\p{N}]+/u;
const SHORTEST_WORD = 3;

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

/** A name or an address, its parts, its parts run together; without accents as well. */
export function wordsOf(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase();
  const plain = withoutAccents(lower);
  return [lower, plain].flatMap((spelling) => {
    const parts = spelling.split(SPACING);
    return [spelling, parts.join(''), ...parts].filter((word) => word.length >= SHORTEST_WORD);
  });
}

/** How many letters and digits are left of a password when the words are taken out; Infinity if it has none of them. */
export function ownPartOf(password: string, words: readonly string[]): number {
  const text = withoutAccents(password.toLowerCase());
  const longestFirst = words.map(withoutAccents).toSorted((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return left === text ? Infinity : Array.from(left.replaceAll(/[^\p{L}\p{N}]/gu, '')).length;
}

/** What somebody who knows the person and the commission would try. */
@Injectable()
export class PersonalWords {
  private readonly sources: (() => Promise<readonly string[]>)[] = [];
  private readonly logger = new Logger('Accounts');

  /** For the rooms that know a name that no password may be made of. */
  register(source: () => Promise<readonly string[]>): void {
    this.sources.push(source);
  }

  async of({ name, email }: PasswordOwner): Promise<string[]> {
    const given = await Promise.all(this.sources.map((source) => this.read(source)));
    return [...new Set([name, email, 'hearth', ...given.flat()].flatMap(wordsOf))];
  }

  private async read(source: () => Promise<readonly string[]>): Promise<readonly string[]> {
    try {
      return await source();
    } catch (error) {
      this.logger.warn(`a source of words was not read (${(error as Error).name})`);
      return [];
    }
  }
}
