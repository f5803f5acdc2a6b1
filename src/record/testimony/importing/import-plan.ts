import { randomUUID } from 'node:crypto';
import type { HearingKind, HearingStatus } from '#src/record/hearings/index.js';
import type { FolderTestimony, HearingFolder } from '../folder/index.js';
import type { FormatSpeaker } from '../formats/index.js';
import type { StoredSpeaker } from '../transcripts/transcript-store.js';
import type { ImportOptions } from './import.types.js';
import { matchSpeakers } from './match-speakers.js';

/** Until a commission can set its own. */
const COMMISSION_TIME_ZONE = 'America/Los_Angeles';

export interface PlannedWitness {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  readonly organisation: string | null;
}

export interface PlannedTestimony extends FolderTestimony {
  readonly id: string;
  readonly witnessId: string;
}

/** All that an import will write, decided before it writes anything. */
export interface ImportPlan {
  readonly hearingId: string;
  readonly recordingId: string;
  readonly transcriptId: string;
  readonly title: string;
  readonly kind: HearingKind;
  readonly status: HearingStatus;
  readonly isPosted: boolean;
  /** Null where neither the folder nor the options say it. */
  readonly date: string | null;
  readonly startsAt: string | null;
  readonly timeZone: string;
  readonly language: string;
  readonly contentNote: string | null;
  readonly description: string | null;
  readonly duration: number | null;
  readonly witnesses: readonly PlannedWitness[];
  readonly testimonies: readonly PlannedTestimony[];
  readonly speakers: readonly StoredSpeaker[];
  readonly cues: HearingFolder['cues'];
  readonly matchedByName: number;
  readonly matchedBySpeech: number;
}

/** `kind` and `status` of the folder have been found to be words of ours. */
export function planImport(folder: HearingFolder, options: ImportOptions): ImportPlan {
  const { hearing, cues } = folder;
  const matches = matchSpeakers(folder.speakers, folder.testimonies, cues);
  const speakerOf = new Map<number, FormatSpeaker>();
  for (const speaker of folder.speakers.toReversed()) {
    const place = matches.testimonyOf.get(speaker.label);
    if (place !== undefined) speakerOf.set(place, speaker);
  }
  const witnesses = folder.testimonies.map(({ name, affiliations }, place) => ({
    id: randomUUID(),
    name,
    position: speakerOf.get(place)?.position ?? null,
    organisation: affiliations[0] ?? speakerOf.get(place)?.organisation ?? null,
  }));
  const status = options.draft ? 'draft' : ((hearing.status as HearingStatus | null) ?? 'adjourned');
  return {
    hearingId: randomUUID(),
    recordingId: randomUUID(),
    transcriptId: randomUUID(),
    title: options.title ?? hearing.title,
    kind: (hearing.kind as HearingKind | null) ?? 'public_hearing',
    status,
    isPosted: status !== 'draft',
    date: options.date ?? hearing.date,
    // A day that was given counts, not the hour of another day.
    startsAt: options.date === undefined ? hearing.startsAt : null,
    timeZone: options.timeZone ?? hearing.timeZone ?? COMMISSION_TIME_ZONE,
    language: hearing.language ?? 'en',
    contentNote: hearing.contentNote,
    description: hearing.description,
    duration: cues.length === 0 ? null : cues.reduce((latest, { end }) => Math.max(latest, end), 0),
    witnesses,
    testimonies: folder.testimonies.map((testimony, place) => ({
      ...testimony,
      id: randomUUID(),
      witnessId: (witnesses[place] as PlannedWitness).id,
    })),
    speakers: folder.speakers.map((speaker) => {
      const place = matches.testimonyOf.get(speaker.label);
      return {
        ...speaker,
        witnessId: (place === undefined ? undefined : witnesses[place]?.id) ?? null,
      };
    }),
    cues,
    matchedByName: matches.byName,
    matchedBySpeech: matches.bySpeech,
  };
}
