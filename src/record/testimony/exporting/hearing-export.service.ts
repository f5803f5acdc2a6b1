import { Injectable } from '@nestjs/common';
import { isUuid } from '#src/foundation/common/index.js';
import { type FolderHearing, writeHearingFolder } from '../folder/index.js';
import type { FormatSpeaker } from '../formats/index.js';
import {
  changedMeanwhile,
  hearingNotFound,
  nothingToExport,
  severalTranscripts,
} from '../importing/import.errors.js';
import { type ExportedHearing, ExportRepository, type ExportedTranscript } from './export.repository.js';

export interface ExportReport {
  readonly hearingId: string;
  readonly recordingId: string;
  readonly title: string;
  readonly counts: { readonly cues: number; readonly speakers: number; readonly testimonies: number };
  /** Testimonies that are written, of another recording, held or retracted. */
  readonly leftOut: number;
}

/** A hearing as a folder that the import takes. */
@Injectable()
export class HearingExport {
  constructor(private readonly records: ExportRepository) {}

  /**
   * Writes what stands on the record: of a hearing that others know of, what is posted and goes as far as the hearing;
   * of a draft or an embargoed one also what was only received, since it comes in as a draft again. What is held or
   * retracted leaves in neither.
   *
   * @param hearing its id, or the name of the folder that it was imported from
   * @param recording which one, where several have a transcript
   * @throws DomainError 404 HEARING_NOT_FOUND, 422 TRANSCRIPT_MISSING or TRANSCRIPT_AMBIGUOUS, 409 FOLDER_NOT_EMPTY
   *   or EXPORT_CHANGED; then nothing is written
   */
  async run(hearing: string, folder: string, recording?: string): Promise<ExportReport> {
    const found = await this.find(hearing);
    const isDraft = !found.is_out;
    const statuses = isDraft ? ['received', 'posted'] : ['posted'];
    const transcript = await this.transcriptOf(found.id, statuses, recording);
    const state = await this.records.stateOf(found.id, transcript);

    const speakers = await this.records.speakers(transcript.id);
    const testimonies = await this.records.testimonies(transcript.recordingId, statuses);
    let cues = 0;
    const { records } = this;
    await writeHearingFolder(folder, {
      hearing: folderHearing(found, isDraft),
      speakers: [speakers.toSorted(byLabel)],
      cues: (async function* () {
        for await (const batch of records.cues(transcript.id)) {
          cues += batch.length;
          yield batch;
        }
        if ((await records.stateOf(found.id, transcript)) !== state) throw changedMeanwhile();
      })(),
      testimonies: [testimonies],
    });
    return {
      hearingId: found.id,
      recordingId: transcript.recordingId,
      title: found.title,
      counts: { cues, speakers: speakers.length, testimonies: testimonies.length },
      leftOut: await records.countLeftOut(found.id, transcript.recordingId, statuses),
    };
  }

  private async find(hearing: string): Promise<ExportedHearing> {
    const found =
      (isUuid(hearing) ? await this.records.findHearing(hearing, true) : null) ??
      (await this.records.findHearing(hearing, false));
    if (!found) throw hearingNotFound();
    return found;
  }

  private async transcriptOf(
    hearingId: string,
    statuses: readonly string[],
    recording: string | undefined,
  ): Promise<ExportedTranscript> {
    const all = await this.records.findTranscripts(hearingId, statuses);
    const wanted = recording === undefined ? all : all.filter(({ recordingId }) => recordingId === recording);
    const [first] = wanted;
    if (!first) throw nothingToExport();
    if (wanted.some(({ recordingId }) => recordingId !== first.recordingId)) throw severalTranscripts();
    return first;
  }
}

/** What only the desk knows of leaves as a draft, whatever became of it: it must not come in posted. */
function folderHearing(hearing: ExportedHearing, isDraft: boolean): FolderHearing {
  return {
    title: hearing.title,
    date: hearing.day,
    startsAt: hearing.starts_at.toISOString(),
    timeZone: hearing.time_zone,
    zones: hearing.zones,
    kind: hearing.kind,
    status: isDraft ? 'draft' : hearing.status,
    contentNote: hearing.content_note,
    language: hearing.language,
    description: hearing.description,
  };
}

const inNumbers = new Intl.Collator('en', { numeric: true });

/** The order that services give their labels in: 2 before 10. */
function byLabel(a: FormatSpeaker, b: FormatSpeaker): number {
  return inNumbers.compare(a.label, b.label) || (a.label < b.label ? -1 : 1);
}
