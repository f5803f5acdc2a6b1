import { STATUS_CODES } from 'node:http';
import type { OpenAPIObject } from '@nestjs/swagger';
import { showExamples } from './openapi-examples.js';
import { describeParameters } from './openapi-parameters.js';

type Node = Record<string, unknown>;
type Operation = Node & { responses: Record<string, Node> };

const VERBS = new Set(['get', 'put', 'post', 'patch', 'delete', 'head', 'options']);
const PROBLEM = { $ref: '#/components/schemas/ProblemDto' };
/** Whatever is asked: a parameter may be unknown, a key wrong, the quota used up. */
const EVERYWHERE = ['400', '401', '429'];

/** What the generator leaves undone: closed schemas, 3.1's way of saying null, problem+json, the refusals all routes share. */
export function finish(document: OpenAPIObject): OpenAPIObject {
  for (const { path, verb, operation } of operationsOf(document)) {
    describeParameters(path, (operation['parameters'] ?? []) as Node[]);
    if (verb === 'get' && answersJson(operation))
      operation.responses['304'] ??= { description: 'Not modified' };
    for (const status of EVERYWHERE) operation.responses[status] ??= problem();
    for (const status of neverAnswered(operation)) delete operation.responses[status];
    for (const [status, response] of Object.entries(operation.responses)) {
      response['description'] ||= STATUS_CODES[status] ?? 'Answered';
      asProblem(response);
    }
  }
  walk(document.components?.schemas ?? {}, amendSchema);
  walk(document.paths, amendSchema);
  for (const { operation } of operationsOf(document))
    showExamples(operation, document.components?.schemas ?? {});
  return sorted(document);
}

/** Express gives every answer to a GET a weak ETag, lists too. */
function answersJson(operation: Operation): boolean {
  return 'application/json' in ((operation.responses['200']?.['content'] as Node | undefined) ?? {});
}

/** The build adds a 200 where `@HttpCode` stands inside another decorator; the health of the server is asked without a quota. */
function neverAnswered({ responses, tags }: Operation): string[] {
  const isEmpty = responses['204'] && responses['200'] && !responses['200']['content'];
  const isUncounted = (tags as string[] | undefined)?.includes('Health');
  return [...(isEmpty ? ['200'] : []), ...(isUncounted ? ['429'] : [])];
}

function problem(): Node {
  return { description: '', content: { 'application/problem+json': { schema: { ...PROBLEM } } } };
}

function operationsOf(document: OpenAPIObject): { path: string; verb: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Node)
      .filter(([verb]) => VERBS.has(verb))
      .map(([verb, operation]) => ({ path, verb, operation: operation as Operation })),
  );
}

/** A problem is documented as one, whichever decorator said so. */
function asProblem(response: Node): void {
  const content = response['content'] as Record<string, { schema?: Node }> | undefined;
  const json = content?.['application/json'];
  if (!content || json?.schema?.['$ref'] !== PROBLEM.$ref) return;
  content['application/problem+json'] = json;
  delete content['application/json'];
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === 'object' && value !== null) {
    visit(value as Node);
    for (const inner of Object.values(value)) walk(inner, visit);
  }
}

function amendSchema(node: Node): void {
  closeSchema(node);
  if (node['nullable'] === true) sayNull(node);
  else if (node['nullable'] === false) delete node['nullable'];
}

/** Nothing undeclared goes in or out: a client may rely on it, and a leak would be a difference from the document. */
function closeSchema(node: Node): void {
  if (node['type'] !== 'object' || typeof node['properties'] !== 'object') return;
  node['additionalProperties'] ??= false;
}

/** 3.1 has no `nullable`: null is one more type. */
function sayNull(node: Node): void {
  delete node['nullable'];
  const { type, allOf, $ref } = node;
  if (typeof type === 'string') node['type'] = [type, 'null'];
  if (Array.isArray(node['enum']) && !node['enum'].includes(null)) node['enum'] = [...node['enum'], null];
  if (Array.isArray(allOf) && allOf.length === 1) {
    delete node['allOf'];
    node['anyOf'] = [allOf[0], { type: 'null' }];
  }
  if (typeof $ref === 'string') {
    delete node['$ref'];
    node['anyOf'] = [{ $ref }, { type: 'null' }];
  }
}

/** Modules may be listed in any order: the document stays the same. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const byName = <T extends object>(record: T): T =>
    Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))) as T;
  const { components, paths, tags = [], ...rest } = document;
  const schemas = components?.schemas;
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation['tags'] as string[]));
  return {
    ...rest,
    tags: tags.filter(({ name }) => used.has(name)),
    paths: byName(paths),
    components: { ...components, ...(schemas ? { schemas: byName(schemas) } : {}) },
  };
}
