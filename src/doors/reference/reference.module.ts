import { Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller.js';

/** The interface, described: for programs as OpenAPI, for people as a page. Nothing of it is read before it is asked for. */
@Module({ controllers: [ReferenceController] })
export class ReferenceModule {}
