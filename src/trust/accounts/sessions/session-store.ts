import { Injectable } from '@nestjs/common';
import { Store, type SessionData } from 'express-session';
import { createHash } from 'node:crypto';
import { callbackify } from 'node:util';
import { requestContext } from '#src/foundation/common/index.js';
import { Pools } from '#src/foundation/database/index.js';
import type { SessionStage } from '../entities/account-session.entity.js';
import type { Rights } from '../shared/actor-rows.js';
import './session-data.js';
import { ABSOLUTE_HOURS, IDLE_MINUTES, SIGN_IN_MINUTES } from './session-settings.js';

/** A session as one request found it, with what its person may. */
export interface OpenedSession extends Rights {
  readonly session_id: string;
  readonly data: SessionData;
  readonly stage: SessionStage;
  readonly ends_at: Date;
  readonly account_id: string | null;
  readonly actor_name: string | null;
  readonly language: 'en' | 'es' | null;
}

const opened = new WeakMap<object, OpenedSession>();

/** The session that this request came with. */
export const openedSession = (): OpenedSession | undefined => opened.get(requestContext());

type Done<T> = (error?: unknown, value?: T) => void;

/**
 * Sessions in PostgreSQL. The database keeps a hash of what the cookie holds, so that a copy of it opens no session;
 * reading one, its person, roles and recusals is one statement, asked at every request, so that whatever is taken
 * away is gone with the next.
 */
@Injectable()
export class SessionStore extends Store {
  constructor(private readonly pools: Pools) {
    super();
  }

  override get(sid: string, done: Done<SessionData | null>): void {
    settle(this.open(sid), done);
  }

  override set(sid: string, session: SessionData, done: Done<void> = () => undefined): void {
    settle(this.keep(sid, session), done);
  }

  override destroy(sid: string, done: Done<void> = () => undefined): void {
    settle(this.drop(sid), done);
  }

  /** Reading a session has moved its idle end already. */
  override touch(_sid: string, _session: SessionData, done: () => void = () => undefined): void {
    done();
  }

  private async open(sid: string): Promise<SessionData | null> {
    const { rows } = await this.pools.signedIn.query<OpenedSession>({
      name: 'open-session',
      text: `select session_id, data, stage, ends_at, account_id, actor_name, language, roles, recusals from open_session($1)`,
      values: [tokenHash(sid)],
    });
    const row = rows[0];
    if (!row) return null;
    opened.set(requestContext(), row);
    return row.data;
  }

  private async keep(sid: string, session: SessionData): Promise<void> {
    const { passport, ...rest } = session;
    // Before anybody has given a password there is no stage, whatever the type says.
    const stage: SessionStage = 'stage' in session ? session.stage : 'none';
    const isWhole = stage === 'whole';
    const last = new Date(Date.now() + (isWhole ? ABSOLUTE_HOURS * 60 : SIGN_IN_MINUTES) * 60_000);
    await this.pools.signedIn.query({
      name: 'keep-session',
      text: 'select keep_session($1, $2, $3, $4, $5, $6, $7)',
      values: [
        tokenHash(sid),
        passport?.user ?? null,
        stage,
        { ...rest, stage, ...(passport && { passport }) },
        clientOfRequest() ?? null,
        `${isWhole ? IDLE_MINUTES : SIGN_IN_MINUTES} minutes`,
        last,
      ],
    });
  }

  private async drop(sid: string): Promise<void> {
    await this.pools.signedIn.query({
      name: 'drop-session',
      text: 'select drop_session($1)',
      values: [tokenHash(sid)],
    });
  }
}

const clients = new WeakMap<object, string>();

/** Notes with which browser the current request came, for the list of one's sessions. */
export const noteClient = (client: string): void => void clients.set(requestContext(), client);
const clientOfRequest = (): string | undefined => clients.get(requestContext());

/** 24 random bytes need no salt. */
export function tokenHash(sid: string): Buffer {
  return createHash('sha256').update(sid).digest();
}

function settle<T>(work: Promise<T>, done: Done<T>): void {
  callbackify(() => work)((error, value) => done(error, value));
}
