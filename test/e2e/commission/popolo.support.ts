import {
  PopoloExport,
  PopoloImport,
  PopoloRefusal,
  type PopoloReport,
  type PopoloDto,
} from '#src/record/commission/index.js';
import { actAs } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import type { Desk } from '../hearings/hearings.support.js';

/** As the operator reads it: the desk's too. */
export const exported = (from: Desk): Promise<PopoloDto> =>
  actAs(OPERATOR, () => from.app.get(PopoloExport, { strict: false }).run());

/** A text goes in as it is, anything else as JSON. */
export const take = (into: Desk, file: unknown, dryRun = false): Promise<PopoloReport> =>
  actAs(OPERATOR, () =>
    into.app
      .get(PopoloImport, { strict: false })
      .run(typeof file === 'string' ? file : JSON.stringify(file), { dryRun }),
  );

/** Why a file is refused: `/persons/0/name REQUIRED`. None if it is not. */
export async function refusals(into: Desk, file: unknown): Promise<string[]> {
  try {
    await take(into, file);
    return [];
  } catch (error) {
    if (!(error instanceof PopoloRefusal)) throw error;
    return error.problems.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}
