import { Injectable, NotFoundException, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, Request, Response } from 'express';
import { answerWithProblem } from '../errors/answer-with-problem.js';

/**
 * What nobody answered: Nest's own not-found handler stands under the global prefix alone, and outside of it Express would
 * write a page of HTML. Added last, after every route.
 */
@Injectable()
export class LastResort implements OnApplicationBootstrap {
  constructor(private readonly host: HttpAdapterHost) {}

  onApplicationBootstrap(): void {
    if (!this.host.httpAdapter) return;
    const express = this.host.httpAdapter.getInstance<Express>();
    express.use((request: Request, response: Response) =>
      answerWithProblem(new NotFoundException(), request, response),
    );
  }
}
