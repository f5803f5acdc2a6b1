import { describe, expect, it } from '@jest/globals';
import { NetworkKeys, networkOf } from './network-key.js';
import { WindowCounter } from './rate-limit.js';

describe('networkOf', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('NetworkKeys', () => {
  it('are equal within a day and network, and without a trace of either', () => {
    let now = 0;
    const keys = new NetworkKeys(() => now);
    const socket = {};
    const key = keys.keyOf('2001:db8::1', socket);
    expect(keys.keyOf('2001:db8::1', socket)).toBe(key);
    expect(keys.keyOf('2001:db8::2', {})).toBe(key);
    expect(keys.keyOf('2001:db8:1::1', socket)).not.toBe(key);
    expect(key).not.toContain('2001');
    now = 86_400_000;
    expect(keys.keyOf('2001:db8::1', socket)).not.toBe(key);
    expect(new NetworkKeys(() => now).keyOf('2001:db8::1', {})).not.toBe(keys.keyOf('2001:db8::1', {}));
  });
});

describe('WindowCounter', () => {
  it('counts each key apart and begins anew with each window', () => {
    let now = 1_000;
    const counter = new WindowCounter(60_000, () => now);
    expect(counter.count('a')).toEqual({ used: 1, resetSeconds: 60 });
    now += 30_500;
    expect(counter.count('a')).toEqual({ used: 2, resetSeconds: 30 });
    expect(counter.count('b')).toEqual({ used: 1, resetSeconds: 30 });
    now += 29_500;
    expect(counter.count('a')).toEqual({ used: 1, resetSeconds: 60 });
  });
});
