import type { Refusal } from '../forms/refusal.js';
import type { Words } from './dictionary.js';

/** One page, before it is written in a language. */
export interface Page {
  /** The template, below `web/views`. */
  readonly view: string;
  /** Key of the text that is the page's title. */
  readonly title: string;
  readonly titleWords?: Words;
  /** What the template shows. */
  readonly data?: object;
  /** Scripts of `web/islands` that the page may run; it has to work without them. */
  readonly islands?: readonly string[];
  /** Whether it is somebody's own: then no cache and no search engine keeps it. */
  readonly personal?: boolean;
  /** What was wrong with the form that was sent; the page shows it again. */
  readonly refusal?: Refusal | undefined;
  /** Default 200, or that of the refusal. */
  readonly status?: number;
  /** Where the other language is, if not at the same path. */
  readonly elsewhere?: string;
}

/** Goes on to another page: after a form was taken, so that reloading does not send it again. */
export class Onward {
  /** `path` without a language. */
  constructor(readonly path: string) {}
}
