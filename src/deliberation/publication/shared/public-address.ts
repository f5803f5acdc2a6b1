import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type HearthConfig } from '#src/foundation/config/index.js';

const UNTOLD = 'http://localhost';

/** The address under which what is published is found: links to it, and ids that it lends its name. */
@Injectable()
export class PublicAddress {
  /** The right side of an id that must never change: the server's own name, as it was told. */
  readonly host: string;
  private readonly origin: string | undefined;

  constructor(@Inject(CONFIG) { publicUrl }: HearthConfig) {
    this.origin = publicUrl;
    this.host = publicUrl === undefined ? 'hearth' : new URL(publicUrl).hostname;
  }

  /** Without a slash at its end; where the server was not told its address, the one it was called by. */
  of(request: Request): string {
    if (this.origin !== undefined) return this.origin;
    const called = `${request.protocol}://${request.get('Host') ?? ''}`;
    return URL.canParse(called) ? new URL(called).origin : UNTOLD;
  }

  /** Where nothing calls the server. */
  without(): string {
    return this.origin ?? UNTOLD;
  }

  get isTold(): boolean {
    return this.origin !== undefined;
  }
}

export const hearingUrl = (address: string, id: string): string => `${address}/api/v1/hearings/${id}`;
