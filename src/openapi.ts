import { readFileSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { configureHttp } from './foundation/common/index.js';
import { finish } from './openapi-finish.js';

const DESCRIPTION = `The record of a public commission: its hearings, the testimony given at them, and the words said in them.

Reading what is public needs no key. Everything else needs \`Authorization: Bearer <key>\`; \`x-permission\` names the permission that an operation asks for. What a caller may not see is answered exactly as what does not exist.

Refusals are problem details (RFC 9457); programs decide by \`code\`. Lists are paged by opaque cursors. A change names the revision it was made from in \`If-Match\`.`;

const TAGS: Readonly<Record<string, string>> = {
  Commission: 'The commission, its bench, sectors, sponsors and zones, and who stepped back from what',
  Hearings:
    'Hearings from their plan to their notice: agenda, witnesses, places, sessions; the season and calendars',
  Proceedings: 'What happened at a hearing: who was there, what was moved, how each voted, and the minutes',
  Testimony: 'Recordings, transcripts and the testimony given in them',
  Search: 'Words and phrases, in all that the caller may see',
  Health: 'For whoever runs the server',
  Reference: 'This document',
};

/**
 * The description of the whole interface, made from the built program: `app` may be a preview, so no database is
 * needed. Only the build (`dist`) has the comments and validation rules in it; under the tests' compiler they are lost.
 */
export function buildDocument(app: NestExpressApplication): OpenAPIObject {
  configureHttp(app);
  const config = new DocumentBuilder()
    .setTitle('Hearth')
    .setDescription(DESCRIPTION)
    .setVersion(version())
    .setOpenAPIVersion('3.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The server that gave you this document')
    .addCookieAuth(
      '__Host-hearth',
      {
        type: 'apiKey',
        in: 'cookie',
        description: 'A session of `POST /sessions`; a write also sends its `X-CSRF-Token`',
      },
      'session',
    )
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', description: 'A key made by `npm run hearth -- key create`' },
      'key',
    )
    .build();
  delete (config.components?.securitySchemes?.['key'] as { bearerFormat?: string } | undefined)?.bearerFormat;
  config.tags = Object.entries(TAGS).map(([name, description]) => ({ name, description }));
  const { contact: _, ...info } = config.info;
  config.info = info;
  return finish(SwaggerModule.createDocument(app, config, { operationIdFactory: (_, method) => method }));
}

function version(): string {
  // One folder above src, two above dist/src.
  for (const path of ['../package.json', '../../package.json']) {
    try {
      return (JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { version: string })
        .version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error('package.json is missing');
}
