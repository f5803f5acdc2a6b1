import type { Mail } from './mail.js';

/** Sends mail. */
export abstract class Mailer {
  /**
   * Takes a mail; delivering it goes on in the background, so that no caller waits for somebody else's server and
   * none learns by the time whether there was anything to send.
   *
   * @throws DomainError 503 MAIL_BUSY while too many wait
   */
  abstract send(mail: Mail): void;

  /** When everything taken so far is delivered or given up. */
  abstract settled(): Promise<void>;
}

/** Where mail goes: a server, or a folder. */
export abstract class MailTransport {
  /** One attempt. */
  abstract deliver(mail: Mail): Promise<void>;
}
