import { Injectable } from '@nestjs/common';
import { currentManager } from '#src/foundation/database/index.js';
import { labelOfHearing, labelOfWitness } from '#src/record/hearings/index.js';
import { Recording } from '../entities/recording.entity.js';
import { Transcript } from '../entities/transcript.entity.js';
import { labelOfRecording, labelOfTestimony, labelOfTranscript } from '../testimony.policy.js';
import { insertAll } from './bulk.js';
import type { KnownZone } from './zones.js';
import type { ImportPlan } from './import-plan.js';

/** How an import writes. Every statement takes all rows of its table. */
@Injectable()
export class ImportRepository {
  /** One import of a key at a time: who waited sees what the first one left. */
  async lockKey(key: string): Promise<void> {
    await currentManager().query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [key]);
  }

  async findImport(key: string): Promise<{ hearingId: string; digest: string } | null> {
    const [row] = await currentManager().query<{ hearingId: string; digest: string }[]>(
      'select hearing_id as "hearingId", digest from hearing_import where source_key = $1',
      [key],
    );
    return row ?? null;
  }

  async listZones(): Promise<KnownZone[]> {
    return currentManager().query('select id, number, name from zone order by number');
  }

  /** Where only the day is known, the hearing starts as the day does in its time zone. Answers when that is. */
  async insertHearing(plan: ImportPlan): Promise<Date> {
    const noticedAt = plan.isPosted ? new Date() : null;
    const [row] = await currentManager().query<{ starts_at: Date }[]>(
      `insert into hearing (id, kind, title, description, status, noticed_at, starts_at, time_zone, language,
         content_note, own_audience, protected)
       values ($1, $2, $3, $4, $5, $6,
         coalesce($7::timestamptz, $8::date::timestamp at time zone $9), $9, $10, $11, $12, false)
       returning starts_at`,
      [
        plan.hearingId,
        plan.kind,
        plan.title,
        plan.description,
        plan.status,
        noticedAt,
        plan.startsAt,
        plan.date,
        plan.timeZone,
        plan.language,
        plan.contentNote,
        labelOfHearing({ kind: plan.kind, noticedAt, ownOpensAt: null }).ownAudience,
      ],
    );
    if (!row) throw new Error('The hearing was not inserted');
    return row.starts_at;
  }

  async insertHistory(plan: ImportPlan, key: string, digest: string, actorId: string): Promise<void> {
    await currentManager().query(
      `insert into hearing_status_change (hearing_id, number, to_status, reason, changed_by)
       values ($1, 1, $2, 'imported', $3)`,
      [plan.hearingId, plan.status, actorId],
    );
    await currentManager().query(
      'insert into hearing_import (hearing_id, source_key, digest) values ($1, $2, $3)',
      [plan.hearingId, key, digest],
    );
  }

  async insertZones(hearingId: string, zones: readonly string[]): Promise<void> {
    const rows = zones.map((zone) => ({ hearing_id: hearingId, zone_id: zone }));
    await insertAll('hearing_zone', { hearing_id: 'uuid', zone_id: 'uuid' }, rows);
  }

  async insertWitnesses({ hearingId, witnesses, language }: ImportPlan): Promise<void> {
    const { ownAudience } = labelOfWitness('heard', false);
    await insertAll(
      'witness',
      {
        id: 'uuid',
        hearing_id: 'uuid',
        ordinal: 'integer',
        name: 'text',
        position: 'text',
        organisation: 'text',
        language: 'text',
        status: 'text',
        own_audience: 'audience',
        protected: 'boolean',
      },
      witnesses.map(({ id, name, position, organisation }, ordinal) => ({
        id,
        hearing_id: hearingId,
        ordinal,
        name,
        position,
        organisation,
        language,
        status: 'heard',
        own_audience: ownAudience,
        protected: false,
      })),
    );
  }

  async insertRecording(plan: ImportPlan): Promise<void> {
    await currentManager().insert(Recording, {
      id: plan.recordingId,
      hearingId: plan.hearingId,
      title: plan.title,
      duration: plan.duration,
      language: plan.language,
      contentNote: plan.contentNote,
      status: statusOf(plan),
      ...labelOfRecording({ status: statusOf(plan) }),
    });
  }

  async insertTranscript(plan: ImportPlan, actorId: string): Promise<void> {
    await currentManager().insert(Transcript, {
      id: plan.transcriptId,
      recordingId: plan.recordingId,
      kind: 'machine',
      language: plan.language,
      status: statusOf(plan),
      madeBy: actorId,
      ...labelOfTranscript({ status: statusOf(plan) }),
    });
  }

  async insertTestimonies(plan: ImportPlan, startsAt: Date): Promise<void> {
    const now = new Date();
    const status = statusOf(plan);
    const { ownAudience } = labelOfTestimony({ status });
    await insertAll(
      'testimony',
      {
        id: 'uuid',
        hearing_id: 'uuid',
        witness_id: 'uuid',
        recording_id: 'uuid',
        form: 'text',
        name: 'text',
        position: 'text',
        affiliations: 'text[]',
        borough: 'text',
        neighborhood: 'text',
        language: 'text',
        status: 'text',
        received_at: 'timestamptz',
        posted_at: 'timestamptz',
        start_seconds: 'double precision',
        end_seconds: 'double precision',
        ordinal: 'integer',
        source_notes: 'text[]',
        source_url: 'text',
        own_audience: 'audience',
        protected: 'boolean',
      },
      plan.testimonies.map((testimony, ordinal) => ({
        id: testimony.id,
        hearing_id: plan.hearingId,
        witness_id: testimony.witnessId,
        recording_id: plan.recordingId,
        form: 'recorded',
        name: testimony.name,
        position: testimony.position,
        affiliations: testimony.affiliations,
        borough: testimony.place.borough,
        neighborhood: testimony.place.neighborhood,
        language: plan.language,
        status,
        // It was received when it was said.
        received_at: momentOf(startsAt, testimony.start),
        posted_at: plan.isPosted ? now : null,
        start_seconds: testimony.start,
        end_seconds: testimony.end,
        ordinal,
        source_notes: testimony.keyPoints,
        source_url: testimony.url,
        own_audience: ownAudience,
        protected: false,
      })),
    );
  }
}

/** When second `seconds` of a recording that starts with its hearing was. */
export function momentOf(startsAt: Date, seconds: number): Date {
  return new Date(startsAt.getTime() + Math.round(seconds * 1000));
}

function statusOf({ isPosted }: ImportPlan): 'posted' | 'received' {
  return isPosted ? 'posted' : 'received';
}
