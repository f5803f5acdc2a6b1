/** What a browser sent: texts, or lists of texts, under whatever names it liked. Read it by `fieldsOf`. */
export type Form = Readonly<Record<string, unknown>>;

/** These fields of a form and no others, each one text; what was left out is empty. */
export function fieldsOf<Name extends string>(
  form: Form | undefined,
  ...names: readonly Name[]
): Record<Name, string> {
  const fields = names.map((name) => {
    const value = form && Object.hasOwn(form, name) ? form[name] : undefined;
    return [name, typeof value === 'string' ? value : ''] as const;
  });
  return Object.fromEntries(fields) as Record<Name, string>;
}
