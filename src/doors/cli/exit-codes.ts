/** What the shell is told at the end (docs/cli.md). A command broken off by a signal ends as the shell expects: 128 + signal. */
export const EXIT = { done: 0, refused: 1, usage: 2 } as const;
