import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '#src/trust/access/index.js';
import { runCommand } from './program.js';
import { Terminal } from './terminal.js';

class Kept extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

async function hearth(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const [out, err] = [new Kept(), new Kept()];
  const code = await runCommand(new Terminal(out, err), args);
  return { code, stdout: out.text, stderr: err.text };
}

describe('help and mistakes', () => {
  it.each([
    [['--help']],
    [['key', '--help']],
    [['key', 'create', '--help']],
    [['key', 'list', '--help']],
    [['key', 'revoke', '--help']],
    [['commission', 'show', '--help']],
    [['commission', 'set', '--help']],
    [['import', 'hearing', '--help']],
    [['export', 'hearing', '--help']],
    [['export', 'calendar', '--help']],
    [['hearings', 'due', '--help']],
    [['hearings', 'notice', '--help']],
    [['season', '--help', '--json']],
    [['migrate', '--help']],
    [['status', '--help']],
  ])('%j is told on stdout, exit 0', async (args) => {
    const { code, stdout, stderr } = await hearth(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Usage: hearth');
    if (args.length > 2) expect(stdout).toContain('Example');
  });

  it('names every role', async () => {
    const { stdout } = await hearth('key', 'create', '--help');
    for (const role of ROLES) expect(stdout).toContain(role);
  });

  it.each([
    [[]],
    [['nonsense']],
    [['key']],
    [['key', 'create', '--name', 'x']],
    [['key', 'create', '--role', 'king', '--name', 'x']],
    [['key', 'create', '--role', 'clerk', '--name', ' ']],
    [['key', 'create', '--role', 'clerk', '--name', 'x', '--scope', 'everything']],
    [['key', 'create', '--role', 'clerk', '--name', 'x', '--expires', '2001-01-01T00:00:00Z']],
    [['key', 'create', '--role', 'clerk', '--name', 'x', '--expires', 'soon']],
    [['commission']],
    [['commission', 'set']],
    [['commission', 'set', '--name', '']],
    [['commission', 'set', '--profile', 'brown_act']],
    [['commission', 'set', '--quorum', '0']],
    [['commission', 'set', '--quorum', 'most']],
    [['commission', 'set', '--founded', '2015-02-30']],
    [['commission', 'set', '--zone', '+07:00']],
    [['commission', 'set', '--clear', 'name']],
    [['commission', 'set', '--quorum', '9', '--clear', 'quorum']],
    [['import', 'hearing']],
    [['import', 'hearing', 'a', 'b']],
    [['import', 'hearing', 'a', '--date', '2031-02-30']],
    [['import', 'hearing', 'a', '--zone', 'Mars/Olympus']],
    [['import', 'hearing', 'a', '--zone', '+02:00']],
    [['import', 'hearing', 'a', '--fast']],
    [['export', 'hearing', 'a']],
    [['export', 'calendar']],
    [['export', 'calendar', '-', '--from', 'soon']],
    [['export', 'calendar', '-', '--from', '2016-01-02', '--to', '2016-01-01']],
    [['hearings', 'notice']],
    [['hearings', 'notice', 'first']],
    [['hearings', 'notice', '5b0c1d1e-6a0f-4e0c-9c2b-0f4f3a7f1d11', '--format', 'pdf']],
    [['season', '--from', '2015-02-30']],
    [['season', '--from', '2016-01-02', '--to', '2016-01-01']],
  ])('%j is wrong usage: exit 2, stdout empty, the reason on stderr', async (args) => {
    const { code, stdout, stderr } = await hearth(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(stderr).not.toContain('    at ');
  });
});
