import { Injectable } from '@nestjs/common';
import { type SearchEntry, SearchIndex } from '#src/holdings/search/index.js';
import type { MinutesBook, MinutesStatus } from './minutes-words.js';
import { plainOf } from './render/plain.js';

export interface FoundMinutes {
  id: string;
  book: MinutesBook;
  status: MinutesStatus;
  language: string;
  body: string;
}

export interface MinutesOf {
  id: string;
  startsAt: Date;
}

/** An excerpt is looked for in the first 50,000 characters of an entry. */
const CHARACTERS = 40_000;

const TITLES: Readonly<Record<MinutesStatus, string>> = {
  draft: 'Draft minutes',
  approved: 'Minutes, as approved',
  superseded: 'Minutes, superseded',
};

/** Of each book what is to be found: the newest draft and what is approved now; of the closed book nothing, ever. */
@Injectable()
export class MinutesSearch {
  constructor(private readonly index: SearchIndex) {}

  async put(minutes: FoundMinutes, hearing: MinutesOf): Promise<void> {
    await this.index.put('minutes', minutes.id, minutes.book === 'closed' ? [] : entriesOf(minutes, hearing));
  }

  /** Another version took the place of this one. */
  async remove(id: string): Promise<void> {
    await this.index.put('minutes', id, []);
  }
}

function entriesOf({ status, language, body }: FoundMinutes, hearing: MinutesOf): SearchEntry[] {
  return partsOf(plainOf(body)).map((part, number) => ({
    number,
    kind: 'minutes',
    hearingId: hearing.id,
    happenedAt: hearing.startsAt,
    language,
    title: TITLES[status],
    body: part,
  }));
}

/** Parts that end with a line where one ends in time. */
export function partsOf(text: string, characters = CHARACTERS): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.lastIndexOf('\n', at + characters - 1);
    const end = at + characters >= text.length || newline < at ? at + characters : newline + 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
