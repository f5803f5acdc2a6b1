import { type ChildProcessByStdio, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const all = new Set<Program>();

/**
 * Ends every program of this file that still runs: a test that fails half-way must fail the run, not hang it.
 */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...all].map(async (program) => {
      const force = setTimeout(() => void program.kill('SIGKILL'), 10_000);
      await program.kill('SIGTERM');
      clearTimeout(force);
    }),
  );
}

/** Hearth itself runs as it was built (`npm test` builds first), which starts several times faster; the rest from source. */
function entryOf(script: string): string[] {
  const own = /^\.\.\/\.\.\/src\/(.+)\.ts$/.exec(script);
  if (own) return [here(`../../dist/src/${own[1]}.js`)];
  return ['--import', here('../support/typescript.mjs'), here(script)];
}

/** A program, named from this folder, that runs in a Node of its own. */
export class Program {
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stdout = '';
  stderr = '';
  hasEnded = false;
  private readonly child: ChildProcessByStdio<Writable, Readable, Readable>;

  constructor(script: string, args: string[], options: SpawnOptions = {}) {
    this.child = spawn(process.execPath, [...entryOf(script), ...args], {
      ...options,
      env: { ...process.env, NODE_OPTIONS: '', ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdout.on('data', (data: Buffer) => (this.stdout += data.toString()));
    this.child.stderr.on('data', (data: Buffer) => (this.stderr += data.toString()));
    all.add(this);
    this.exit = once(this.child, 'close').then(([code, signal]) => {
      this.hasEnded = true;
      all.delete(this);
      return { code: code as number | null, signal: signal as NodeJS.Signals | null };
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  kill(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    this.child.kill(signal);
    return this.exit;
  }

  closeInput(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    this.child.stdin.end();
    return this.exit;
  }

  /** The nth line of stdout, from 0, once it is there. */
  async line(n: number): Promise<string> {
    await until(() => this.stdout.split('\n').length > n + 1 || this.hasEnded, `line ${n}`);
    const line = this.stdout.split('\n')[n];
    if (!line) throw new Error(`The program ended without line ${n}: ${this.stdout}${this.stderr}`);
    return line;
  }
}

/** Resolves as soon as the condition holds; fails loudly if it never does. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
