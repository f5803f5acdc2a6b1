/** `A` split becomes `A` and `A 2`, `A 2` becomes `A 2` and `A 3`: the first that nobody has. */
export function freeLabel(label: string, taken: ReadonlySet<string>): string {
  const stem = label.replace(/ \d{1,6}$/, '');
  for (let number = 2; ; number += 1) {
    const candidate = `${stem} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
