import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { WEB } from './places.js';

export interface Views {
  render(name: string, context: object): string;
}

/** Our templates and the components they are made of. Whatever a template is given is escaped. */
export function openViews(): Views {
  const description = createRequire(import.meta.url).resolve('govuk-frontend/package.json');
  const folders = [fileURLToPath(new URL('views/', WEB)), join(dirname(description), 'dist')];
  const loader = new nunjucks.FileSystemLoader(folders);
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  return { render: (name, context) => environment.render(name, context) };
}
