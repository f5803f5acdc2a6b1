import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import {
  openPages,
  type PageDoor,
  type ProblemAnswer,
  requestContext,
} from '#src/foundation/common/index.js';
import { PageRenderer } from '../rendering/page-renderer.js';
import { pageRouteOf } from './page-route.js';
import { problemPage } from './problem-page.js';

/** Tells the house which addresses are pages, and how a refusal looks on one. */
@Injectable()
export class PortalDoor implements OnModuleInit, PageDoor {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly renderer: PageRenderer,
  ) {}

  onModuleInit(): void {
    // The command line runs the same program without this door.
    const adapter: AbstractHttpAdapter | null = this.host.httpAdapter;
    if (adapter !== null) openPages(adapter.getInstance<object>(), this);
  }

  routeOf({ path, headers }: Request): string | undefined {
    return pageRouteOf(path, headers.accept);
  }

  problemPage(answer: ProblemAnswer, request: Request, response: Response): string {
    return this.renderer.render(problemPage(answer, requestContext().requestId), request, response);
  }
}
