import { Injectable } from '@nestjs/common';
import { Gate } from '#src/trust/access/index.js';
import { conditionsOf } from './conditions.js';
import { Parameters } from './parameters.js';
import { reachOf } from './reach.js';
import type { SearchRequest } from './search-request.js';

export interface FacetCount {
  facet: 'kind' | 'position';
  value: string;
  count: number;
}

@Injectable()
export class CountRepository {
  constructor(private readonly gate: Gate) {}

  /** How many entries match: records, and passages of twenty cues. */
  async total(request: SearchRequest): Promise<number> {
    const { entries, where, values } = this.parts(request);
    const [row] = await this.gate.rows<{ total: number }>({
      name: '',
      text: `select count(*)::int as total from ${entries} e where ${where}`,
      values,
    });
    return row?.total ?? 0;
  }

  /** Matches by kind and by position, over ordinary records alone: of protected ones no number is told. */
  facets(request: SearchRequest): Promise<FacetCount[]> {
    const { entries, where, values } = this.parts(request);
    return this.gate.rows<FacetCount>({
      name: '',
      text: `with matched as materialized (
               select e.kind, e.positions from ${entries} e where not e.protected and ${where})
             select 'kind' as facet, kind as value, count(*)::int as count from matched group by kind
             union all
             select 'position', p, count(*)::int from matched, unnest(positions) as p group by p
             order by facet, count desc, value`,
      values,
    });
  }

  private parts(request: SearchRequest): { entries: string; where: string; values: unknown[] } {
    const parameters = new Parameters();
    const reach = reachOf(this.gate.actor());
    const where = conditionsOf(request, reach, parameters);
    return { entries: reach.entries, where, values: parameters.values };
  }
}
