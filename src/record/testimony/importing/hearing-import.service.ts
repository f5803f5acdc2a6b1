import { Injectable } from '@nestjs/common';
import { currentTransaction, isUniqueViolation } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import type { HearingFolder } from '../folder/index.js';
import { TranscriptPassages } from '../transcripts/transcript-passages.js';
import { TranscriptStore } from '../transcripts/transcript-store.js';
import { judgeWords } from './folder-words.js';
import { ImportEntries } from './import-entries.js';
import { type ImportPlan, planImport } from './import-plan.js';
import { dateMissing, importDiffers, importKeyTaken, importRefused } from './import.errors.js';
import { ImportRepository } from './import.repository.js';
import type { ImportOptions, ImportProblem, ImportReport } from './import.types.js';
import { problemsIn, whatStops } from './refusals.js';
import { type KnownZone, resolveZones } from './zones.js';

/** Carries the report of a dry run out of the transaction that must not be committed. */
class TakenBack extends Error {
  constructor(readonly report: ImportReport) {
    super('A dry run is taken back');
  }
}

/** A hearing from the folder of a transcription service: whole, in one transaction, or not at all. */
@Injectable()
export class HearingImport {
  constructor(
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly records: ImportRepository,
    private readonly transcripts: TranscriptStore,
    private readonly passages: TranscriptPassages,
    private readonly entries: ImportEntries,
  ) {}

  /**
   * Imports as the current actor. The same folder again changes nothing; two at once end as one import.
   *
   * @throws DomainError 422 IMPORT_REFUSED (`problemsOf` tells why), 422 DATE_MISSING, 409 IMPORT_DIFFERS where a
   *   folder of this name with other content was imported before
   */
  async run(folder: HearingFolder, options: ImportOptions = {}): Promise<ImportReport> {
    const problems = [...problemsIn(folder), ...judgeWords(folder.hearing)];
    const stopping = whatStops(folder, problems, options.strict ?? false);
    if (stopping.length > 0) throw importRefused(stopping);
    try {
      return await this.gate.write(() => this.write(folder, options, problems));
    } catch (error) {
      if (error instanceof TakenBack) return error.report;
      throw isUniqueViolation(error, 'hearing_import_pk') ? importKeyTaken() : error;
    }
  }

  private async write(
    folder: HearingFolder,
    options: ImportOptions,
    problems: readonly ImportProblem[],
  ): Promise<ImportReport> {
    const { key, digest } = folder;
    await this.records.lockKey(key);
    const before = await this.records.findImport(key);
    if (before) {
      if (before.digest !== digest) throw importDiffers(key);
      const transaction = currentTransaction();
      if (transaction) transaction.wroteNothing = true;
      return {
        outcome: 'unchanged',
        hearingId: before.hearingId,
        key,
        digest,
        problems: notApplied(options),
      };
    }
    const plan = planImport(folder, options);
    if (plan.date === null && plan.startsAt === null) throw dateMissing();
    const { zones, problems: strange } = resolveZones(folder.hearing.zones, await this.records.listZones());
    if (options.strict && strange.length > 0) throw importRefused(strange);

    const came = await this.writeAll(plan, folder, zones, options);
    const report: ImportReport = {
      outcome: options.dryRun ? 'would_import' : 'imported',
      hearingId: plan.hearingId,
      key,
      digest,
      came,
      problems: [...problems, ...strange, ...assumed(folder, options)],
    };
    if (options.dryRun) throw new TakenBack(report);
    return report;
  }

  private async writeAll(
    plan: ImportPlan,
    { key, digest }: HearingFolder,
    zones: readonly KnownZone[],
    { onStage = () => undefined }: ImportOptions,
  ): Promise<NonNullable<ImportReport['came']>> {
    const actorId = this.actorId();
    onStage('records');
    const startsAt = await this.records.insertHearing(plan);
    await this.records.insertHistory(plan, key, digest, actorId);
    await this.records.insertZones(
      plan.hearingId,
      zones.map(({ id }) => id),
    );
    await this.records.insertWitnesses(plan);
    await this.records.insertRecording(plan);
    await this.records.insertTestimonies(plan, startsAt);
    await this.records.insertTranscript(plan, actorId);
    onStage('cues');
    await this.transcripts.insertAll(plan.transcriptId, plan.speakers, plan.cues);
    onStage('entries');
    await this.entries.put(
      plan,
      startsAt,
      zones.map(({ name }) => name),
    );
    onStage('passages');
    await this.passages.rebuild(plan.transcriptId);

    const counts = {
      cues: plan.cues.length,
      speakers: plan.speakers.length,
      witnesses: plan.witnesses.length,
      testimonies: plan.testimonies.length,
      matchedByName: plan.matchedByName,
      matchedBySpeech: plan.matchedBySpeech,
      zones: zones.length,
    };
    await this.audit.record('hearing.imported', 'hearing', plan.hearingId, {
      ...counts,
      status: plan.status,
      digest,
    });
    onStage('committing');
    const { title, timeZone, duration, isPosted } = plan;
    return { title, startsAt, timeZone, draft: !isPosted, duration, counts };
  }

  /** The public imports nothing: its transactions are refused before they get here. */
  private actorId(): string {
    const { id } = this.gate.actor();
    if (id === null) throw new Error('An import needs somebody who does it');
    return id;
  }
}

const noted = (code: string, detail: string): ImportProblem => ({
  line: 0,
  code,
  detail,
  mended: true,
  outcome: 'noted',
});

/** A hearing in the wrong zone is hard to put right once it was public: say so before anybody relies on it. */
function assumed({ hearing }: HearingFolder, { timeZone }: ImportOptions): ImportProblem[] {
  if (timeZone !== undefined || hearing.timeZone !== null) return [];
  return [
    noted(
      'TIME_ZONE_ASSUMED',
      "The folder names no time zone; the commission's was taken. --zone gives another.",
    ),
  ];
}

function notApplied({ title, date, timeZone, draft }: ImportOptions): ImportProblem[] {
  if (title === undefined && date === undefined && timeZone === undefined && !draft) return [];
  return [
    noted(
      'OPTIONS_NOT_APPLIED',
      'It was imported before and stays as it is: options change nothing. Change the hearing itself.',
    ),
  ];
}
