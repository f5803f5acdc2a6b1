import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { FactorsService, ListFactorsQuery } from '#src/trust/accounts/index.js';
import { attempt, type Refusal } from '../../forms/refusal.js';
import { Onward, type Page } from '../../rendering/page.js';
import { leaveNotice } from '../../rendering/session-notice.js';

const MOST = 100;

/** One's own second factors: which there are, and taking one away. */
@Injectable()
export class FactorPages {
  constructor(private readonly factors: FactorsService) {}

  async list(request: Request): Promise<Page> {
    const query = Object.assign(new ListFactorsQuery(), { limit: MOST });
    const { items } = await this.factors.list(query, false);
    const isFirst = request.session.stage === 'enrolment';
    return {
      view: 'account/factors/list.njk',
      title: isFirst ? 'factors.first.title' : 'factors.title',
      data: { isFirst, factors: items.filter(({ confirmedAt }) => confirmedAt !== null) },
      personal: true,
    };
  }

  async askToRemove(id: string, refusal?: Refusal): Promise<Page> {
    const { name, kind } = await this.factors.get(id);
    return {
      view: 'account/factors/remove.njk',
      title: 'factors.remove.title',
      titleWords: { name },
      data: { id, kind },
      personal: true,
      refusal,
    };
  }

  remove(id: string, request: Request): Promise<Page | Onward> {
    const work = async (): Promise<Page | Onward> => {
      await this.factors.remove(id, '*', request);
      await leaveNotice(request, 'factor_removed');
      return new Onward('/account/factors');
    };
    return attempt(work, (refusal) => this.askToRemove(id, refusal));
  }
}
