import { describe, expect, it } from '@jest/globals';
import { Turnstile } from './turnstile.js';

describe('a turnstile', () => {
  const full = () => new Error('full');

  it('lets so many in at once, so many wait, and nobody else', async () => {
    const turnstile = new Turnstile(2, 3, full);
    const doors: (() => void)[] = [];
    let inside = 0;
    let most = 0;
    const work = () => {
      inside += 1;
      most = Math.max(most, inside);
      return new Promise<void>((resolve) => doors.push(resolve)).finally(() => (inside -= 1));
    };
    const passed = Array.from({ length: 5 }, () => turnstile.pass(work));
    await expect(turnstile.pass(work)).rejects.toThrow('full');
    for (let done = 0; done < 5; done += 1) {
      while (doors.length === 0) await new Promise(setImmediate);
      doors.shift()!();
    }
    await Promise.all(passed);
    expect(most).toBe(2);
    await expect(turnstile.pass(() => Promise.resolve('free again'))).resolves.toBe('free again');
  });

  it('is not held by who fails', async () => {
    const turnstile = new Turnstile(1, 1, full);
    for (let i = 0; i < 3; i += 1)
      await expect(turnstile.pass(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turnstile.pass(() => Promise.resolve(1))).resolves.toBe(1);
  });
});
