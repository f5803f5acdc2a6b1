import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { AccountsDesk } from '../shared/accounts-desk.js';
import { cookieNameOf, cookieOf } from './session-settings.js';
import { openedSession } from './session-store.js';
import { type ListSessionsQuery, SessionDto } from './session.dto.js';
import { sessionNotFound } from './session.errors.js';
import { SESSION_ORDER, SessionsRepository } from './sessions.repository.js';

/** One's own sessions. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly desk: AccountsDesk,
    private readonly sessions: SessionsRepository,
    private readonly pager: Pager,
    private readonly audit: AuditLog,
    @Inject(CONFIG) private readonly config: HearthConfig,
  ) {}

  list(query: ListSessionsQuery, wantsTotal: boolean): Promise<Page<SessionDto>> {
    const { id } = this.desk.actor();
    const current = openedSession()?.session_id;
    return this.pager.page({
      list: 'sessions',
      query,
      order: SESSION_ORDER,
      fetch: (keyset) => this.sessions.list(id, keyset),
      item: (row) => SessionDto.from(row, current),
      ...(wantsTotal && { total: () => this.sessions.count(id) }),
    });
  }

  async end(id: string): Promise<void> {
    const person = this.desk.actor().id;
    await this.desk.write(async () => {
      if (!(await this.sessions.end(person, id))) throw sessionNotFound();
      await this.audit.record('session.ended', 'user_account', person);
    });
  }

  /** All but the one that asks. */
  async endOthers(): Promise<void> {
    const person = this.desk.actor().id;
    await this.desk.write(async () => {
      const count = await this.sessions.endAll(person, openedSession()?.session_id);
      await this.audit.record('session.others_ended', 'user_account', person, { count });
    });
  }

  /** Signing out. Half a sign-in can be left as well. */
  async endCurrent(request: Request, response: Response): Promise<void> {
    const person = this.desk.actor().id;
    await this.desk.write(() => this.audit.record('session.ended', 'user_account', person));
    await new Promise<void>((resolve, reject) =>
      request.session.destroy((error: unknown) => (error ? reject(error) : resolve())),
    );
    const { publicUrl } = this.config;
    response.clearCookie(cookieNameOf(publicUrl), cookieOf(publicUrl));
    // What was read with the session must not come back with the browser's back button. Not "cookies": a browser that
    // is known to an account stays so (throttle/known-browser.ts).
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
