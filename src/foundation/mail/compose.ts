import type { SendMailOptions } from 'nodemailer';
import { assertMail, type Mail } from './mail.js';

/** The same letter for every transport. */
export function compose(mail: Mail, from: string): SendMailOptions {
  assertMail(mail);
  return {
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    // RFC 3834: nobody's absence note shall answer.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
