import { describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { finish } from './openapi-finish.js';

const problem = { $ref: '#/components/schemas/ProblemDto' };

function documentOf(schemas: object, operation: object = {}): OpenAPIObject {
  return {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    tags: [
      { name: 'Things', description: 'used' },
      { name: 'Ghosts', description: 'not used' },
    ],
    paths: {
      '/things': { get: { tags: ['Things'], responses: { '200': { description: '' } }, ...operation } },
    },
    components: { schemas },
  } as OpenAPIObject;
}

const finishedSchemas = (schemas: object) => finish(documentOf(schemas)).components?.schemas;
const finishedResponses = (operation?: object) =>
  finish(documentOf({}, operation)).paths['/things']?.get?.responses as Record<
    string,
    { description: string }
  >;

describe('finish', () => {
  it('closes every schema that does not say it is open, however deep', () => {
    const inner = { type: 'object', properties: { a: { type: 'object', properties: {} } } };
    const open = { type: 'object', properties: {}, additionalProperties: true };
    expect(finishedSchemas({ inner, open, map: { type: 'object' } })).toEqual({
      inner: {
        type: 'object',
        additionalProperties: false,
        properties: { a: { type: 'object', properties: {}, additionalProperties: false } },
      },
      open,
      map: { type: 'object' },
    });
  });

  it('says null as OpenAPI 3.1 does', () => {
    expect(
      finishedSchemas({
        text: { type: 'string', nullable: true },
        word: { type: 'string', enum: ['a'], nullable: true },
        record: { nullable: true, allOf: [problem] },
        sure: { type: 'string', nullable: false },
      }),
    ).toEqual({
      text: { type: ['string', 'null'] },
      word: { type: ['string', 'null'], enum: ['a', null] },
      record: { anyOf: [problem, { type: 'null' }] },
      sure: { type: 'string' },
    });
  });

  it('gives every operation the refusals that all routes share, as problems', () => {
    const said = { '404': { description: '', content: { 'application/json': { schema: problem } } } };
    const responses = finishedResponses({ responses: said });
    expect(Object.keys(responses).toSorted()).toEqual(['400', '401', '404', '429']);
    for (const response of Object.values(responses)) {
      expect(response).toMatchObject({ content: { 'application/problem+json': { schema: problem } } });
      expect(response).not.toHaveProperty(['content', 'application/json']);
    }
    expect(responses['404']?.description).toBe('Not Found');
  });

  it('says no success that an operation does not have, and no quota where there is none', () => {
    const responses = { '200': { description: '' }, '204': { description: '' } };
    expect(Object.keys(finishedResponses({ responses }))).not.toContain('200');
    const json = { 'application/json': { schema: { type: 'object' } } };
    const both = { '200': { description: '', content: json }, '204': { description: '' } };
    expect(Object.keys(finishedResponses({ responses: both }))).toContain('200');
    expect(Object.keys(finishedResponses({ tags: ['Health'] }))).not.toContain('429');
  });

  it('says 304 of a GET that answers JSON', () => {
    const content = { 'application/json': { schema: { type: 'object' } } };
    const responses = finishedResponses({ responses: { '200': { description: '', content } } });
    expect(responses['304']).toEqual({ description: 'Not modified' });
    expect(finishedResponses()).not.toHaveProperty('304');
  });

  it('lists the tags in use', () => {
    expect(finish(documentOf({})).tags).toEqual([{ name: 'Things', description: 'used' }]);
  });
});
