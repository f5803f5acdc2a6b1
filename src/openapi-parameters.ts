interface Parameter {
  name?: string;
  in?: string;
  description?: string;
}

const BOUNDS: Readonly<Record<string, (field: string) => string>> = {
  gte: (field) => `Only those whose \`${field}\` is this moment or later.`,
  lt: (field) => `Only those whose \`${field}\` is before this moment.`,
};

/** Says what the name of a parameter alone says: whose id it is, which bound of which field. */
export function describeParameters(path: string, parameters: readonly Parameter[]): void {
  for (const parameter of parameters) {
    if (parameter.in === 'path') describeId(path, parameter);
    else if (parameter.in === 'query') describeBound(parameter);
  }
}

function describeId(path: string, parameter: Parameter): void {
  const { name = '' } = parameter;
  if (!name.endsWith('Id')) return;
  parameter.description ||= `Id of the ${thingOf(path, name)}`;
}

/** `/agenda-items/{itemId}` -> `agenda item`: the parameter names the one, its collection what kind of one it is. */
function thingOf(path: string, name: string): string {
  const words = name
    .slice(0, -2)
    .split(/(?=[A-Z])/)
    .map((word) => word.toLowerCase());
  const collection = path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? '';
  return [...collection.split('-').slice(0, -words.length), ...words].join(' ');
}

/** What its list says of it (what it is good for) is kept behind. */
function describeBound(parameter: Parameter): void {
  const [, field, bound] = /^(\w+)\[(\w+)\]$/.exec(parameter.name ?? '') ?? [];
  const describe = bound === undefined ? undefined : BOUNDS[bound];
  if (!field || !describe) return;
  const kept = parameter.description ?? '';
  if (!kept.startsWith('Only')) parameter.description = `${describe(field)} ${kept}`.trimEnd();
}
