import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../../parts/part.repository.js';
import type { RequestKind, RequestStatus } from './request-status.js';
import { HearingRequest } from './request.entity.js';

export interface RequestRow extends PartRow {
  kind: RequestKind;
  language: string | null;
  what: string | null;
  requestedBy: string | null;
  contact: string | null;
  dueOn: string;
  status: RequestStatus;
  answer: string | null;
  interpreterName: string | null;
  interpreterPersonId: string | null;
}

@Injectable()
export class RequestRepository extends PartRepository<HearingRequest, RequestRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: HearingRequest,
      table: 'hearing_request',
      // pg would make a moment of the date, on the server's own clock.
      columns: `x.kind, x.language, x.what, x.requested_by as "requestedBy", x.contact,
        to_char(x.due_on, 'YYYY-MM-DD') as "dueOn", x.status, x.answer, x.interpreter_name as "interpreterName",
        x.interpreter_person_id as "interpreterPersonId"`,
    });
  }
}
