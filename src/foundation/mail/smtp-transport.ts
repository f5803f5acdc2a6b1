import { compose } from './compose.js';
import type { Mail } from './mail.js';
import { MailTransport } from './mailer.js';

/** What of nodemailer's options is used; `smtp-options.ts` fills them. */
export interface SMTPConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS: boolean;
  readonly ignoreTLS: boolean;
  readonly tls: { readonly minVersion: 'TLSv1.2' };
  readonly name: string;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly dnsTimeout: number;
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  readonly socketTimeout: number;
}

/** A connection for each mail: there are few, and none is held open towards a server that forgets it. */
export class SmtpTransport extends MailTransport {
  constructor(
    private readonly options: SMTPConnectionOptions,
    private readonly from: string,
  ) {
    super();
  }

  async deliver(mail: Mail): Promise<void> {
    const letter = compose(mail, this.from);
    // Read at the first mail: most starts never send one.
    const { createTransport } = await import('nodemailer');
    const transporter = createTransport(this.options);
    try {
      await transporter.sendMail(letter);
    } finally {
      transporter.close();
    }
  }
}
