import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Csrf } from '#src/trust/accounts/index.js';
import { assetAddress } from '../assets/asset-files.js';
import { writeComplaints } from '../forms/complaints.js';
import { type Dictionary, readDictionaries, type Words } from './dictionary.js';
import { addressOf, type Locale, LOCALES, splitAddress } from './locale.js';
import { ago, dayOf } from './moments.js';
import type { Page } from './page.js';
import { setPageHeaders } from './page-headers.js';
import './session-notice.js';
import { openViews } from './views.js';

/** Writes a page as HTML, in the language of the address that was asked for. */
@Injectable()
export class PageRenderer {
  private readonly views = openViews();
  private readonly dictionaries = readDictionaries();

  constructor(private readonly csrf: Csrf) {}

  render(page: Page, request: Request, response: Response): string {
    const { locale, path } = splitAddress(pathOf(request.originalUrl));
    const visitor = this.visitorOf(request);
    const personal = page.personal === true || visitor.csrf !== undefined;
    setPageHeaders(response, page.islands ?? [], personal);
    return this.views.render(page.view, {
      ...page.data,
      ...visitor,
      ...this.wordsOf(page, locale, this.dictionaries[locale]),
      path,
      personal,
      islands: (page.islands ?? []).map((name) => assetAddress(`${name}.js`)),
      asset: assetAddress,
      languages: this.languages(locale, page.elsewhere ?? path),
    });
  }

  private wordsOf(page: Page, locale: Locale, dictionary: Dictionary): object {
    return {
      locale,
      t: (key: string, words?: Words) => dictionary.text(key, words),
      address: (to: string) => addressOf(locale, to),
      ago: (moment: string) => ago(moment, locale),
      dayOf: (day: string) => dayOf(day, locale),
      title: dictionary.text(page.title, page.titleWords),
      ...(page.refusal && { wrong: writeComplaints(page.refusal, dictionary) }),
    };
  }

  /** Half a sign-in has a session, and so a token for its forms, but is nobody yet. */
  private visitorOf(request: Request): { signedIn: boolean; csrf?: string; notice?: string } {
    const { session } = request;
    if (session?.stage === undefined) return { signedIn: false };
    const { notice } = session;
    delete session.notice;
    return {
      signedIn: session.stage === 'whole',
      csrf: this.csrf.tokenOf(request),
      ...(notice !== undefined && { notice }),
    };
  }

  private languages(locale: Locale, path: string): object[] {
    return LOCALES.map((other) => ({
      href: addressOf(other, path),
      lang: other,
      text: this.dictionaries[other].text('common.language'),
      current: other === locale,
    }));
  }
}

function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
