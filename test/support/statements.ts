import { jest } from '@jest/globals';
import pg from 'pg';

/** What a transaction says around the statement that it is for. */
const AROUND = /^\s*(begin|commit|select set_config)/i;

/** The texts of all statements that the program sent to PostgreSQL meanwhile, without those around a transaction. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    const texts = spy.mock.calls.map(([query]) => textOf(query));
    return texts.filter((text) => !AROUND.test(text));
  } finally {
    spy.mockRestore();
  }
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : String((query as { text?: unknown }).text);
}
