import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ListSessionsQuery, SessionsService } from '#src/trust/accounts/index.js';
import { Onward, type Page } from '../../rendering/page.js';
import { leaveNotice } from '../../rendering/session-notice.js';

const MOST = 100;

/** Where somebody is signed in, and how to end it there. */
@Injectable()
export class SessionPages {
  constructor(private readonly sessions: SessionsService) {}

  async list(): Promise<Page> {
    const query = Object.assign(new ListSessionsQuery(), { limit: MOST });
    const { items } = await this.sessions.list(query, false);
    return {
      view: 'account/sessions.njk',
      title: 'account.sessions.title',
      data: { sessions: items },
      personal: true,
    };
  }

  async end(id: string, request: Request): Promise<Onward> {
    await this.sessions.end(id);
    await leaveNotice(request, 'session_ended');
    return new Onward('/account/sessions');
  }

  async endOthers(request: Request): Promise<Onward> {
    await this.sessions.endOthers();
    await leaveNotice(request, 'sessions_ended');
    return new Onward('/account/sessions');
  }
}
