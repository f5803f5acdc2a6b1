import { Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';
import { FolderTransport } from './folder-transport.js';
import { Mailer, MailTransport } from './mailer.js';
import { Outbox, OUTBOX_SETTINGS, USUAL_OUTBOX } from './outbox.js';
import { smtpOptionsOf } from './smtp-options.js';
import { SmtpTransport } from './smtp-transport.js';

const NOBODY = 'hearth@localhost';

/** By a server if the configuration names one, else into the data folder. */
export function transportOf({ smtpUrl, mailFrom = NOBODY, dataDir }: HearthConfig): MailTransport {
  return smtpUrl === undefined
    ? new FolderTransport(join(dataDir, 'mail'), mailFrom)
    : new SmtpTransport(smtpOptionsOf(smtpUrl, mailFrom), mailFrom);
}

@Global()
@Module({
  providers: [
    { provide: MailTransport, useFactory: transportOf, inject: [CONFIG] },
    { provide: OUTBOX_SETTINGS, useValue: USUAL_OUTBOX },
    { provide: Mailer, useClass: Outbox },
  ],
  exports: [Mailer],
})
export class MailModule {}
