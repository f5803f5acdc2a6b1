import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compose } from './compose.js';
import type { Mail } from './mail.js';
import { MailTransport } from './mailer.js';

/**
 * Without a mail server: each mail a file in a folder, for the operator to open or to carry on. They hold links that
 * open accounts, so they are for the server's user alone; a file is whole or not there.
 */
export class FolderTransport extends MailTransport {
  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async deliver(mail: Mail): Promise<void> {
    const letter = compose(mail, this.from);
    const { createTransport } = await import('nodemailer');
    const { message } = await createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'unix',
    }).sendMail(letter);
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // A folder that was there before, or a umask of somebody's own.
    await chmod(this.folder, 0o700);
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomBytes(6).toString('hex')}.eml`;
    await this.write(join(this.folder, name), message as Buffer);
  }

  private async write(path: string, content: Buffer): Promise<void> {
    const half = `${path}.part`;
    try {
      const file = await open(half, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }
}
