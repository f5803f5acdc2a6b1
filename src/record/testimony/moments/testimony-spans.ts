import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Guides, type RecordSpan, type SpanKeeper } from '#src/holdings/search/index.js';
import { Gate } from '#src/trust/access/index.js';

/** Tells search which stretch of which recording a testimony is. */
@Injectable()
export class TestimonySpans implements SpanKeeper, OnModuleInit {
  constructor(
    private readonly gate: Gate,
    private readonly guides: Guides,
  ) {}

  onModuleInit(): void {
    this.guides.registerSpans('testimony', this);
  }

  spansOf(ids: readonly string[]): Promise<RecordSpan[]> {
    const testimony = this.gate.readable('x', 2);
    const recording = this.gate.readable('r', 2 + testimony.values.length);
    return this.gate.rows<RecordSpan>({
      name: `testimonies.spans ${testimony.form}`,
      text: `select x.id, r.id as "recordingId", x.start_seconds as start, x.end_seconds as "end"
               from testimony x join recording r on r.id = x.recording_id
              where x.id = any ($1::uuid[]) and ${testimony.sql} and ${recording.sql}`,
      values: [ids, ...testimony.values, ...recording.values],
    });
  }
}
