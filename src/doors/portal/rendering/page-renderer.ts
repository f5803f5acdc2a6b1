import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { currentActor } from '#src/trust/access/index.js';
import { assetAddress } from '../assets/asset-files.js';
import { readDictionaries, type Words } from './dictionary.js';
import { addressOf, LOCALES, splitAddress } from './locale.js';
import type { Page } from './page.js';
import { setPageHeaders } from './page-headers.js';
import { openViews } from './views.js';

/** Writes a page as HTML, in the language of the address that was asked for. */
@Injectable()
export class PageRenderer {
  private readonly views = openViews();
  private readonly dictionaries = readDictionaries();

  render(page: Page, request: Request, response: Response): string {
    const { locale, path } = splitAddress(pathOf(request.originalUrl));
    const dictionary = this.dictionaries[locale];
    const islands = page.islands ?? [];
    setPageHeaders(response, islands, page.personal ?? false);
    return this.views.render(page.view, {
      ...page.data,
      locale,
      t: (key: string, words?: Words) => dictionary.text(key, words),
      address: (to: string) => addressOf(locale, to),
      asset: assetAddress,
      title: dictionary.text(page.title, page.titleWords),
      personal: page.personal ?? false,
      islands: islands.map((name) => assetAddress(`${name}.js`)),
      path,
      languages: LOCALES.map((other) => ({
        href: addressOf(other, page.elsewhere ?? path),
        lang: other,
        text: this.dictionaries[other].text('common.language'),
        current: other === locale,
      })),
      signedIn: currentActor().id !== null,
    });
  }
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
