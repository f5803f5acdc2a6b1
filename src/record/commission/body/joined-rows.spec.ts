import { describe, expect, it } from '@jest/globals';
import { joinedRows } from './joined-rows.js';

describe('joinedRows', () => {
  it('numbers the parameters of each query behind those before it', () => {
    const { text, values, name } = joinedRows({
      a: { name: 'as', text: 'select $1::int, $2::int, $1::int', values: [1, 2] },
      b: { name: 'bs', text: 'select $10::int, $1::int', values: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    });
    expect(text).toContain('select $1::int, $2::int, $1::int');
    expect(text).toContain('select $12::int, $3::int');
    expect(values).toHaveLength(12);
    expect(name).toBe('as + bs');
  });
});
