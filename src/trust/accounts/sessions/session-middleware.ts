import { Inject, Injectable } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type NextFunction, type Request, type RequestHandler, type Response, urlencoded } from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import { deriveKey, SECRET_KEY } from '#src/foundation/common/index.js';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { noteLocalPort } from '../tokens/account-links.js';
import { clientName } from './client-name.js';
import { cookieNameOf, cookieOf } from './session-settings.js';
import { noteClient, SessionStore } from './session-store.js';
import type { SessionUser } from './session-user.js';

/** Before `init` or `listen`, after `configureHttp`: sessions for every route, pages and interface alike. */
export function useSessions(app: NestExpressApplication): void {
  // The one form that no page of ours sends: a provider's word that somebody has left.
  app.use(BACK_CHANNEL, urlencoded({ extended: false, limit: '32kb', parameterLimit: 10 }));
  const sessions = app.get(SessionMiddleware);
  app.use((request: Request, response: Response, next: NextFunction) =>
    sessions.use(request, response, next),
  );
}

/** Opens the session of a request that has one, and lets one begin where one may. */
@Injectable()
export class SessionMiddleware {
  private readonly cookieName: string;
  private readonly steps: readonly RequestHandler[];

  constructor(
    store: SessionStore,
    @Inject(SECRET_KEY) secret: Buffer,
    @Inject(CONFIG) { publicUrl }: HearthConfig,
  ) {
    this.cookieName = cookieNameOf(publicUrl);
    const passport = new Passport();
    passport.serializeUser((user, done) => done(null, (user as SessionUser).id));
    // The store has read the person with the session.
    passport.deserializeUser((id: string, done) => done(null, { id } satisfies SessionUser));
    this.steps = [
      session({
        store,
        name: this.cookieName,
        secret: deriveKey(secret, 'hearth session cookie').toString('base64url'),
        cookie: cookieOf(publicUrl),
        resave: false,
        saveUninitialized: false,
        // The database keeps the time: no cookie is sent anew for it.
        rolling: false,
      }),
      passport.initialize(),
      passport.session() as RequestHandler,
    ];
  }

  use(request: Request, response: Response, next: NextFunction): void {
    if (!this.concerns(request)) return next();
    noteClient(clientName(request.get('user-agent')));
    noteLocalPort(request);
    let step = 0;
    const go = (error?: unknown): void => {
      const handler = error === undefined ? this.steps[step++] : undefined;
      if (handler) void handler(request, response, go);
      else next(error);
    };
    go();
  }

  /** Most requests are anonymous reads or a key's: they pay nothing for sessions. */
  private concerns({ method, headers, path, originalUrl }: Request): boolean {
    if (headers.authorization !== undefined) return false;
    if (headers.cookie?.includes(`${this.cookieName}=`)) return true;
    return SIGNING_IN.test(originalUrl.split('?')[0] ?? path) || (method !== 'GET' && method !== 'HEAD');
  }
}

const BACK_CHANNEL = '/api/v1/single-sign-on/back-channel-logout';

/** Where a session may begin without one: single sign-on goes out to another house by a read. */
const SIGNING_IN = /^\/(api\/v1\/|es\/)?(sessions|single-sign-on|sign-in)(\/|$)/;
