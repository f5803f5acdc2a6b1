import { Injectable } from '@nestjs/common';
import type { IndexLanguage, SearchSource } from '../search-index.js';

/** Cues that may be shown, and what they must be. */
export interface CueRequest {
  /** Their transcript, or whatever record of the source the cues belong to. */
  readonly sourceId: string;
  readonly cues: readonly number[];
  readonly language: IndexLanguage;
  /** What is marked in their text, as a tsquery for `search.mark`; null marks nothing. */
  readonly marks: string | null;
}

export interface CueFilter {
  /** Words of the name of who says it. */
  readonly speaker?: string;
  /** Position of a testimony it is said in. */
  readonly position?: string;
}

/** A cue as it stands now, read under the caller's policies. */
export interface LocatedCue {
  readonly sourceId: string;
  readonly number: number;
  /** Seconds of the recording, exactly as stored. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly recordingId: string;
  /** Its text, between the marks of `search.mark`. */
  readonly marked: string;
}

/** What the room that keeps the cues does for search, which stands below it and knows none of its tables. */
export interface Locator {
  /** Those of the cues that the caller may see and that pass the filter, in one query. */
  locate(requests: readonly CueRequest[], filter: CueFilter): Promise<LocatedCue[]>;
}

/** The stretch of a recording that a record is about. */
export interface RecordSpan {
  readonly id: string;
  readonly recordingId: string;
  /** Seconds of the recording, exactly as stored. */
  readonly start: number;
  readonly end: number;
}

/** What the room that keeps testimonies does for search. */
export interface SpanKeeper {
  /** Those of the records that the caller may see and that are a stretch of a recording they may see, in one query. */
  spansOf(ids: readonly string[]): Promise<RecordSpan[]>;
}

/** What the room that keeps zones and hearings does for search. */
export interface HearingDirectory {
  /** Ids of the hearings, among those the caller may see, that serve a zone, by its id or its number. */
  hearingsInZone(zone: string): Promise<string[]>;
}

/** Rooms above come by when they start, and say what they can tell. */
@Injectable()
export class Guides {
  private readonly locators = new Map<SearchSource, Locator>();
  private readonly spans = new Map<SearchSource, SpanKeeper>();
  private directory: HearingDirectory | undefined;

  registerLocator(source: SearchSource, locator: Locator): void {
    this.locators.set(source, locator);
  }

  registerSpans(source: SearchSource, keeper: SpanKeeper): void {
    this.spans.set(source, keeper);
  }

  registerDirectory(directory: HearingDirectory): void {
    this.directory = directory;
  }

  locatorOf(source: SearchSource): Locator | undefined {
    return this.locators.get(source);
  }

  async spansOf(source: SearchSource, ids: readonly string[]): Promise<RecordSpan[]> {
    return ids.length === 0 ? [] : ((await this.spans.get(source)?.spansOf(ids)) ?? []);
  }

  async hearingsInZone(zone: string): Promise<string[]> {
    return (await this.directory?.hearingsInZone(zone)) ?? [];
  }
}
