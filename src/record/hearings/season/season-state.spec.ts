import { describe, expect, it } from '@jest/globals';
import { HEARING_STATUSES } from '../status/hearing-status.js';
import { SEASON_STATES, stateSql } from './season-state.js';

describe('the state of a hearing', () => {
  it('is told for every status', () => {
    const sql = stateSql('h.status');
    for (const status of HEARING_STATUSES) expect(sql).toContain(`when '${status}' then '`);
    for (const state of SEASON_STATES) expect(sql).toContain(`then '${state}'`);
  });
});
