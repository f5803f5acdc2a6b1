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

export function leaveNotice(request: Request, notice: Notice): void {
  request.session.notice = notice;
}
