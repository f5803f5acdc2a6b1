import { readFileSync } from 'node:fs';
import type { Operation } from './operations.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Description {
  readonly paths: Readonly<
    Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  >;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '6b1f0f52-93b5-4a8e-9c40-0d7c3bb0a001',
  'date-time': '2031-03-04T09:00:00-08:00',
  date: '2031-03-04',
  email: 'ada@example.org',
  uri: 'https://example.org/',
};

let description: Description | undefined;

/** A body of the form that an operation asks for, made from its description; undefined where it takes none. */
export function bodyFor({ method, template }: Operation): object | undefined {
  description ??= JSON.parse(
    readFileSync(process.env['HEARTH_TEST_DESCRIPTION'] ?? '', 'utf8'),
  ) as Description;
  const content = description.paths[`/api/v1${template}`]?.[method]?.requestBody?.content;
  const schema = content?.['application/json']?.schema;
  return schema && (valueOf(schema) as object);
}

function valueOf(schema: Schema): unknown {
  const { $ref, example, format, enum: choices, allOf, oneOf, anyOf } = schema;
  if ($ref !== undefined) {
    const named = description?.components.schemas[$ref.split('/').at(-1) ?? ''];
    return named ? valueOf(named) : {};
  }
  const first = allOf?.[0] ?? oneOf?.[0] ?? anyOf?.[0];
  if (first) return valueOf(first);
  if (schema.properties) return objectOf(schema);
  if (example !== undefined) return example;
  if (choices) return choices[0];
  if (format !== undefined && format in FORMATS) return FORMATS[format];
  return plain(schema);
}

function objectOf({ properties = {}, required = [] }: Schema): object {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name))
      .map(([name, schema]) => [name, valueOf(schema)]),
  );
}

function plain({ type, items, minimum }: Schema): unknown {
  switch (Array.isArray(type) ? type[0] : type) {
    case 'array':
      return items ? [valueOf(items)] : [];
    case 'integer':
    case 'number':
      return minimum ?? 1;
    case 'boolean':
      return true;
    case 'object':
      return {};
    default:
      return 'words';
  }
}
