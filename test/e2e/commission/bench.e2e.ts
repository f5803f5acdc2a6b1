import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BenchService } from '#src/record/commission/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { type Desk, openDesk } from '../hearings/hearings.support.js';

describe('the bench', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  it('is empty at first, and one would be a majority of none', async () => {
    const bench = desk.app.get(BenchService, { strict: false });
    expect(await actAs(OPERATOR, () => bench.at(new Date()))).toEqual([]);
    expect(await bench.seatsAt(new Date())).toEqual({ seats: 0, quorum: 1 });
  });
});
