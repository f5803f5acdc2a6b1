import { describe, expect, it } from '@jest/globals';
import { Rendered } from './rendered.js';

const text = (length: number) => ({ digest: 'd', tag: 't', text: 'x'.repeat(length) });

describe('the texts last made', () => {
  it('are kept until too many others were asked for since', () => {
    const rendered = new Rendered();
    for (let i = 0; i < 32; i++) rendered.keep(`${i}`, text(1));
    expect(rendered.get('0')).toBeDefined();
    rendered.keep('new', text(1));
    expect(rendered.get('0')).toBeDefined();
    expect(rendered.get('1')).toBeUndefined();
  });

  it('together stay below a size, and one that is above it is not kept', () => {
    const rendered = new Rendered();
    rendered.keep('a', text(9_000_000));
    rendered.keep('b', text(6_000_000));
    rendered.keep('b', text(6_500_000));
    expect(rendered.get('a')).toBeDefined();
    rendered.keep('c', text(1_000_000));
    expect([rendered.get('a'), rendered.get('b')].filter(Boolean)).toHaveLength(1);
    rendered.keep('huge', text(17_000_000));
    expect(['a', 'b', 'c', 'huge'].map((key) => rendered.get(key))).toEqual(Array(4).fill(undefined));
  });
});
