import type { Response } from 'supertest';
import type { TestApp } from '../../support/test-app.js';

/** What a browser without JavaScript does: keeps cookies, sends the forms of a page as they stand, follows 303. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  path = '/';
  status = 0;
  html = '';
  headers: Record<string, string> = {};

  constructor(private readonly hearth: TestApp) {}

  async open(path: string): Promise<this> {
    return this.take(path, await this.hearth.anybody.get(path).set('Cookie', this.cookie()));
  }

  /** The form that goes to `action`, with its hidden fields and these; what a page does not offer is not sent. */
  async send(action: string, fields: Record<string, string> = {}): Promise<this> {
    const form = this.forms().find((each) => each.action === action);
    if (!form) throw new Error(`No form for ${action} at ${this.path}: ${this.html}`);
    return this.post(action, { ...form.hidden, ...fields });
  }

  /** Whatever somebody likes to send. */
  async post(path: string, fields: Record<string, string>): Promise<this> {
    const body = new URLSearchParams(fields).toString();
    const request = this.hearth.anybody.post(path).set('Cookie', this.cookie()).type('form').send(body);
    return this.take(path, await request);
  }

  get title(): string {
    return textOf(/<title>([^<]*)<\/title>/.exec(this.html)?.[1] ?? '');
  }

  /** The complaints of the summary. */
  get complaints(): string[] {
    const summary = /govuk-error-summary__list">([^]*?)<\/ul>/.exec(this.html)?.[1] ?? '';
    return [...summary.matchAll(/<li>([^]*?)<\/li>/g)].map(([, item]) => textOf(item ?? ''));
  }

  /** Those beside the fields. */
  get fieldErrors(): string[] {
    return [...this.html.matchAll(/class="govuk-error-message">([^]*?)<\/p>/g)].map(([, item]) =>
      textOf(item ?? ''),
    );
  }

  forms(): { action: string; hidden: Record<string, string> }[] {
    return [...this.html.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)].map(([, head, body]) => ({
      action: /action="([^"]*)"/.exec(head ?? '')?.[1] ?? '',
      hidden: Object.fromEntries(
        [...(body ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
          ([, name, value]) => [name ?? '', textOf(value ?? '')],
        ),
      ),
    }));
  }

  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  useCookie(cookie: string): this {
    const [name = '', value = ''] = cookie.split('=');
    this.cookies.set(name, value);
    return this;
  }

  private async take(path: string, response: Response): Promise<this> {
    for (const line of response.get('Set-Cookie') ?? []) {
      this.useCookie(line.split(';')[0] ?? '');
    }
    const location = response.get('Location');
    if (response.status === 303 && location !== undefined) return this.open(location);
    this.path = path;
    this.status = response.status;
    this.html = response.text;
    this.headers = response.headers;
    return this;
  }
}

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** What is read: without tags and the words for machines. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<span class="govuk-visually-hidden">[^<]*<\/span>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign]!)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
