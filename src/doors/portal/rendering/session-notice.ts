import type { Request } from 'express';
import 'express-session';

/** What the next page says has been done. */
export type Notice =
  | 'password_changed'
  | 'session_ended'
  | 'sessions_ended'
  | 'factor_added'
  | 'factor_removed'
  | 'account_changed';

declare module 'express-session' {
  interface SessionData {
    notice?: Notice;
  }
}

/** Kept before the answer goes out: a redirect has no body to hold back, and the next request would come first. */
export function leaveNotice({ session }: Request, notice: Notice): Promise<void> {
  session.notice = notice;
  return new Promise((resolve, reject) =>
    session.save((error: unknown) => (error ? reject(error) : resolve())),
  );
}
