import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { Mailer } from '#src/foundation/mail/index.js';
import { PasswordResetService } from '#src/trust/accounts/index.js';

export interface ReceivedMail {
  readonly headers: string;
  readonly text: string;
  /** The code of a mailed link. */
  readonly token: string;
}

/** What the program has mailed to an address, oldest first: it writes files where no mail server is named. */
export async function mailsTo(app: NestExpressApplication, address: string): Promise<ReceivedMail[]> {
  await app.get(PasswordResetService).settled();
  await app.get(Mailer).settled();
  const folder = join(app.get<HearthConfig>(CONFIG).dataDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => received(readFileSync(join(folder, name), 'utf8')))
    .filter(({ headers }) => headers.split('\n').includes(`To: ${address}`));
}

export function received(letter: string): ReceivedMail {
  const [head = '', ...body] = letter.replaceAll('\r\n', '\n').split('\n\n');
  const raw = body.join('\n\n');
  const text = /quoted-printable/.test(head) ? decoded(raw) : raw;
  return { headers: head, text, token: /^[\w-]{43}$/m.exec(text)?.[0] ?? '' };
}

function decoded(text: string): string {
  const bytes = text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
