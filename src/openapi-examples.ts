type Node = Record<string, unknown>;
type Schemas = Readonly<Record<string, unknown>>;

/** How many references one value may stand behind: schemas may lead round. */
const DEEPEST = 4;
const REF = '#/components/schemas/';
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '4f0c2f6e-6b0e-4b8e-9f5e-0d1b7a1c2d3e',
  'date-time': '2026-01-15T17:00:00.000Z',
  date: '2026-01-15',
  time: '09:00:00',
  email: 'somebody@example.org',
  uri: 'https://example.org/',
  'uri-reference': '/',
};

/** Shows the JSON an operation takes and gives, made of what its schemas say, where nothing is shown yet. */
export function showExamples(operation: Node, schemas: Schemas): void {
  const answers = Object.entries(operation['responses'] as Record<string, Node>);
  const successes = answers.filter(([status]) => status.startsWith('2')).map(([, answer]) => answer);
  for (const body of [operation['requestBody'] as Node | undefined, ...successes]) {
    const json = (body?.['content'] as Record<string, Node> | undefined)?.['application/json'];
    if (!json?.['schema'] || 'example' in json || 'examples' in json) continue;
    const example = new Sampler(schemas).sample(json['schema'] as Node, 'value');
    if (example !== undefined) json['example'] = example;
  }
}

class Sampler {
  constructor(private readonly schemas: Schemas) {}

  /** A value of a schema; `name` is the property's that holds it. Undefined where the schema says too little. */
  sample(schema: Node, name: string, depth = 0): unknown {
    const { $ref, enum: choices, items, type } = schema;
    if (depth > DEEPEST) return undefined;
    if (given(schema) !== undefined) return given(schema);
    if (typeof $ref === 'string') return this.sample(this.resolve($ref), name, depth + 1);
    const part = firstOf(schema);
    if (part) return this.sample(part, name, depth);
    if (Array.isArray(choices)) return (choices as unknown[]).find((choice) => choice !== null);
    switch (Array.isArray(type) ? (type as unknown[]).find((one) => one !== 'null') : type) {
      case 'object':
        return this.object(schema, depth);
      case 'array':
        return this.array(items as Node | undefined, Number(schema['minItems'] ?? 1), name, depth);
      case 'string':
        return text(schema, name);
      case 'boolean':
        return false;
      case 'integer':
      case 'number':
        return Math.max(Number(schema['minimum'] ?? 0), 1);
      default:
        return undefined;
    }
  }

  /**
   * What must be there, and what says itself what it looks like; if that is nothing, the first property. Undefined
   * where something that must be there cannot be shown: half an object would mislead.
   */
  private object(schema: Node, depth: number): Node | undefined {
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Node>);
    const required = new Set(schema['required'] as string[] | undefined);
    if (properties.length === 0) return undefined;
    const shown = properties.filter(
      ([name, property]) => required.has(name) || given(property) !== undefined,
    );
    if (shown.length === 0) {
      const first = properties
        .slice(0, 1)
        .map(([name, property]) => [name, this.sample(property, name, depth)]);
      return Object.fromEntries(first.filter(([, value]) => value !== undefined)) as Node;
    }
    const values = shown.map(([name, property]) => [name, this.property(property, name, depth)] as const);
    if (values.some(([name, value]) => value === undefined && required.has(name))) return undefined;
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }

  private property(property: Node, name: string, depth: number): unknown {
    if (isOftenNull(property)) return null;
    return this.sample(property, name, depth) ?? (mayBeNull(property) ? null : undefined);
  }

  private array(items: Node | undefined, least: number, name: string, depth: number): unknown[] {
    const item = items && this.sample(items, name, depth);
    return item === undefined ? [] : Array.from({ length: Math.max(least, 1) }, () => item);
  }

  private resolve($ref: string): Node {
    return (this.schemas[$ref.slice(REF.length)] ?? {}) as Node;
  }
}

function given(schema: Node): unknown {
  return schema['example'] ?? (schema['examples'] as unknown[] | undefined)?.[0] ?? schema['default'];
}

function firstOf(schema: Node): Node | undefined {
  for (const key of ['allOf', 'oneOf', 'anyOf']) {
    const parts = schema[key] as Node[] | undefined;
    const part = parts?.find(({ type }) => type !== 'null');
    if (part) return part;
  }
  return undefined;
}

/** A plain value that may be null and does not say what it looks like. */
function isOftenNull(schema: Node): boolean {
  return Array.isArray(schema['type']) && mayBeNull(schema) && !schema['enum'] && given(schema) === undefined;
}

function mayBeNull({ type, anyOf }: Node): boolean {
  if (Array.isArray(type)) return type.includes('null');
  return Array.isArray(anyOf) && (anyOf as Node[]).some((part) => part['type'] === 'null');
}

function text({ format }: Node, name: string): string {
  const words = name.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase();
  return FORMATS[String(format)] ?? `the ${words}`;
}
