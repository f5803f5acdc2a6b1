import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

interface Described {
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown> }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const ID = 'hearth';
/** Its pages describe the interface and are none of it. */
const REFERENCE = '/api/v1/docs';
let known: { description: Description; ajv: Ajv2020 } | undefined;

/** Made once a worker: the file is written by the run's global setup. */
function load(): { description: Description; ajv: Ajv2020 } {
  if (known) return known;
  const path = process.env['HEARTH_TEST_DESCRIPTION'];
  if (path === undefined) throw new Error('the global setup has left no description of the interface');
  const description = JSON.parse(readFileSync(path, 'utf8')) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, addUsedSchema: false });
  formats.default(ajv);
  ajv.addSchema(description, ID);
  known = { description, ajv };
  return known;
}

const validators = new Map<string, ValidateFunction>();

/**
 * Holds every answer of the interface against `openapi.yaml`: a status, a field or a type that it does not tell of is
 * a complaint. Answers that are not JSON are held against their status alone.
 */
export function watchContract(app: NestExpressApplication, complaints: Set<string>): void {
  app.use((request: Request, response: Response, next: NextFunction) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      // Express sends an object by turning it to text and sending that.
      if (typeof body === 'string' || Buffer.isBuffer(body)) check(request, response, body, complaints);
      return send(body);
    };
    next();
  });
}

function check(request: Request, response: Response, body: string | Buffer, complaints: Set<string>): void {
  const route: unknown = request.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '';
  if (!path.startsWith('/api/v1/') || path.startsWith(REFERENCE)) return;
  const { description, ajv } = load();
  const template = path.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}');
  const full = `/api/v1${template}`;
  const method = request.method.toLowerCase();
  const operation = description.paths[full]?.[method];
  const name = `${request.method} ${template}`;
  if (!operation) {
    if (method !== 'head' && method !== 'options') complaints.add(`${name}: not described`);
    return;
  }
  const status = String(response.statusCode);
  const answer = operation.responses[status];
  if (!answer) {
    complaints.add(`${name}: ${status} is not described`);
    return;
  }
  const type = String(response.getHeader('Content-Type') ?? '').split(';')[0] ?? '';
  if (!type.endsWith('json') || !answer.content?.[type]) {
    if (answer.content && type !== '' && !(type in answer.content))
      complaints.add(`${name}: ${status} answers ${type}, which is not described`);
    return;
  }
  const pointer = ['paths', full, method, 'responses', status, 'content', type, 'schema']
    .map(escape)
    .join('/');
  let validate = validators.get(pointer);
  if (!validate) {
    validate = ajv.compile({ $ref: `${ID}#/${pointer}` });
    validators.set(pointer, validate);
  }
  if (validate(JSON.parse(String(body)))) return;
  for (const error of validate.errors ?? []) {
    const what = Object.values(error.params).join(', ');
    complaints.add(
      `${name} ${status}: ${error.instancePath.replace(/\/\d+/g, '/*')} ${error.message} (${what})`,
    );
  }
}

/** RFC 6901, then as a URI's fragment. */
const escape = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
