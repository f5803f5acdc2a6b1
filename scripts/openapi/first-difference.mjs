/** The first lines on which two texts part, with what stands before them. */
export function firstDifference(committed, made) {
  const [old, now] = [committed.split('\n'), made.split('\n')];
  let at = 0;
  while (at < old.length && old[at] === now[at]) at += 1;
  const show = (lines, sign) => lines.slice(at, at + 6).map((line) => `${sign} ${line}`);
  const before = old.slice(Math.max(0, at - 4), at).map((line) => `  ${line}`);
  return [`At line ${at + 1}:`, ...before, ...show(old, '-'), ...show(now, '+')].join('\n');
}
