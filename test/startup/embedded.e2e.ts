import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

describe('the test cluster', () => {
  it('answers', async () => {
    const client = new Client(process.env['HEARTH_TEST_ADMIN_URL']);
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
  });
});
