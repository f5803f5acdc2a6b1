import type { FolderTestimony } from '../folder/index.js';
import type { FormatCue } from '../formats/index.js';

type Span = Pick<FolderTestimony, 'start' | 'end'>;

/** How many seconds each speaker speaks within each span. */
export class SpokenTime {
  private readonly within: Map<string, number>[];
  private readonly inAll = new Map<string, number>();

  /** `cues` are ordered by start. */
  constructor(cues: readonly FormatCue[], spans: readonly Span[]) {
    let longest = 0;
    for (const { start, end, speaker } of cues) {
      longest = Math.max(longest, end - start);
      if (speaker !== null) add(this.inAll, speaker, end - start);
    }
    this.within = spans.map((span) => spokenIn(span, cues, longest));
  }

  of(speaker: string, span: number): number {
    return this.within[span]?.get(speaker) ?? 0;
  }

  /** Who fills more than half of what is spoken in the span and is heard mostly there; null if nobody is. */
  mainSpeaker(span: number): string | null {
    const here = this.within[span] ?? new Map<string, number>();
    const all = [...here.values()].reduce((sum, seconds) => sum + seconds, 0);
    for (const [speaker, seconds] of here) {
      if (seconds * 2 > all && seconds * 2 > (this.inAll.get(speaker) ?? 0)) return speaker;
    }
    return null;
  }
}

function spokenIn(span: Span, cues: readonly FormatCue[], longest: number): Map<string, number> {
  const spoken = new Map<string, number>();
  for (let at = firstFrom(cues, span.start - longest); at < cues.length; at += 1) {
    const cue = cues[at];
    if (!cue || cue.start >= span.end) break;
    const seconds = Math.min(cue.end, span.end) - Math.max(cue.start, span.start);
    if (cue.speaker !== null && seconds > 0) add(spoken, cue.speaker, seconds);
  }
  return spoken;
}

/** The place of the first cue that starts at `second` or later. */
function firstFrom(cues: readonly FormatCue[], second: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cues[middle]?.start ?? Infinity) < second) low = middle + 1;
    else high = middle;
  }
  return low;
}

function add(seconds: Map<string, number>, speaker: string, more: number): void {
  seconds.set(speaker, (seconds.get(speaker) ?? 0) + more);
}
