import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { PartRepository, type PartRow } from '../parts/part.repository.js';
import { HearingLink } from './hearing-link.entity.js';
import type { LinkRelation } from './link-relation.js';

export interface LinkRow extends PartRow {
  relation: LinkRelation;
  scheme: string | null;
  identifier: string | null;
  title: string | null;
  description: string | null;
  url: string | null;
  documentType: string | null;
  format: string | null;
  witnessId: string | null;
}

@Injectable()
export class LinkRepository extends PartRepository<HearingLink, LinkRow> {
  constructor(gate: Gate) {
    super(gate, {
      entity: HearingLink,
      table: 'hearing_link',
      columns: `x.relation, x.scheme, x.identifier, x.title, x.description, x.url, x.document_type as "documentType",
        x.format, x.witness_id as "witnessId"`,
    });
  }
}
