import { Labelled } from '#src/trust/access/index.js';

/** What every record that hangs on a hearing has; the columns stand in the entities, each with its own names. */
export abstract class HearingPart extends Labelled {
  abstract hearingId: string;
  /** Its place among its like. */
  abstract ordinal: number;
}
