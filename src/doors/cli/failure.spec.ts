import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { EXIT } from './exit-codes.js';
import { complain } from './failure.js';
import { Terminal } from './terminal.js';

function told(error: unknown): string {
  let text = '';
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  expect(complain(new Terminal(out, out), error)).toBe(EXIT.refused);
  return text;
}

describe('what goes wrong outside of the program', () => {
  it.each([
    [Object.assign(new Error('terminating connection'), { code: '57P01', severity: 'FATAL' })],
    [Object.assign(new Error('could not extend file: No space left'), { code: '53100', severity: 'ERROR' })],
    [new Error('Connection terminated unexpectedly')],
  ])('is one line: %s', (error) => {
    expect(told(error)).toMatch(/^error: The database cannot be reached now\. \(.+\).* run it again\.\n$/);
  });

  it('is no accident of ours, whose stack is wanted', () => {
    expect(told(new Error('a bug'))).toContain('failure.spec.ts');
  });
});
