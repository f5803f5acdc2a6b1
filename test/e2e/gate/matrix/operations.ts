import { readFileSync } from 'node:fs';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** One line of the interface, as its description tells it. */
export interface Operation {
  readonly id: string;
  readonly method: Method;
  /** `/hearings/{hearingId}/sessions`, without `/api/v1`. */
  readonly template: string;
  readonly permission: string | null;
}

interface Described {
  readonly operationId: string;
  readonly 'x-permission'?: string;
}

/** Every operation of `openapi.yaml`: none can be forgotten here. */
export function everyOperation(): Operation[] {
  const description = JSON.parse(readFileSync(process.env['HEARTH_TEST_DESCRIPTION'] ?? '', 'utf8')) as {
    paths: Record<string, Partial<Record<Method, Described>>>;
  };
  return Object.entries(description.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const template = path.replace('/api/v1', '');
      return [{ id: operation.operationId, method, template, permission: operation['x-permission'] ?? null }];
    }),
  );
}

export const parametersOf = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

export const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'missing');
