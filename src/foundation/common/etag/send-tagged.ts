import type { Response } from 'express';
import { hash } from 'node:crypto';
import { etagOf } from './revision.js';

const revisions = new WeakMap<Response, string>();

/** Notes which revision of its record an answer shows; its tag is made when it is sent. */
export function showsRevision(response: Response, revision: string): void {
  revisions.set(response, revision);
}

/**
 * What is shown can change without its record: a witness it names is hidden, a zone renamed. Then the tag must change
 * too, or a cache goes on showing what was hidden; so it holds a digest of what is sent. Made where Express writes JSON,
 * the text is made once, after every interceptor has had its say. On the prototype: a method of its own for each response
 * would cost more than the second text did.
 */
export function sendTagged(prototype: Response): void {
  const plain = prototype.json;
  prototype.json = function json(this: Response, body: unknown): Response {
    const revision = revisions.get(this);
    if (revision === undefined) return plain.call(this, body);
    const text = JSON.stringify(body);
    this.setHeader('ETag', etagOf(`${revision}.${hash('sha1', text, 'base64url').slice(0, 16)}`));
    if (!this.hasHeader('Content-Type')) this.setHeader('Content-Type', JSON_TYPE);
    return this.send(text);
  };
}

const JSON_TYPE = 'application/json; charset=utf-8';
