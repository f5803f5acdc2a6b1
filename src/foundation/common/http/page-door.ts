import type { NextFunction, Request, Response } from 'express';
import type { ProblemAnswer } from '../errors/problem.js';

/**
 * Everything outside the interface is a page. Handlers of pages are declared under this one path, which no visitor
 * ever types: an address (`/sign-in`) and a route of the interface (`/api/v1/sign-in`) may then share a word.
 */
export const PAGES_PATH = 'pages';
export const PAGES_PATTERN = `/${PAGES_PATH}/*path`;

/** What the room of pages gives: where an address is served, and how a refusal looks to a person. */
export interface PageDoor {
  /** The path under `PAGES_PATH` for a request; its own path if only a refusal is to be a page; undefined: not a page. */
  routeOf(request: Request): string | undefined;
  /** The body of the answer, as HTML. Sets the headers that the page needs. */
  problemPage(answer: ProblemAnswer, request: Request, response: Response): string;
}

const doors = new WeakMap<object, PageDoor>();
const pageRequests = new WeakMap<Request, PageDoor>();

/** Opens the door of an Express application. */
export function openPages(express: object, door: PageDoor): void {
  doors.set(express, door);
}

/** Sends the request for a page to its handler, and remembers that a person asked. */
export function pagePaths(request: Request, _response: Response, next: NextFunction): void {
  const door = doors.get(request.app);
  const route = door?.routeOf(request);
  if (door && route !== undefined) {
    pageRequests.set(request, door);
    request.url = route + request.url.slice(request.path.length);
  }
  next();
}

/** The door by which the request came, if it asked for a page. */
export function pageDoorOf(request: Request): PageDoor | undefined {
  return pageRequests.get(request);
}
