import { Injectable } from '@nestjs/common';
import { currentTransaction } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import { Post } from '../../bench/posts/post.entity.js';
import { Membership } from '../../bench/terms/membership.entity.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Person } from '../../people/person.entity.js';
import { Sector } from '../../sectors/sector.entity.js';
import { Zone } from '../../zones/zone.entity.js';
import { findBroken } from './popolo-checks.js';
import { PopoloIntake } from './popolo-intake.js';
import { recordsOf } from './popolo-mapping.js';
import { PopoloRefusal, type PopoloRemark } from './popolo-problems.js';
import { parsed, readPopolo } from './popolo-reading.js';
import type { Placed, PopoloRecords } from './popolo-records.js';
import { PopoloStock } from './popolo-stock.js';

export interface PopoloReport {
  readonly outcome: 'imported' | 'unchanged' | 'would_import';
  /** How many came in, by kind; what was there already is not counted. */
  readonly came: Readonly<Record<keyof PopoloRecords, number>>;
  /** What of the file has no place here, or was bent to fit. */
  readonly remarks: readonly PopoloRemark[];
}

class TakenBack extends Error {}

/** A Popolo file, whole or not at all. */
@Injectable()
export class PopoloImport {
  constructor(
    private readonly gate: Gate,
    private readonly stock: PopoloStock,
    private readonly intake: PopoloIntake,
  ) {}

  /** The text of a file. As `take`. */
  async run(text: string, wish: { dryRun: boolean }): Promise<PopoloReport> {
    return this.take(parsed(text), wish);
  }

  /**
   * In one transaction. The same file again changes nothing; a record that is there otherwise is refused, since an
   * import brings in and changes nothing; only what the commission is called and bound by becomes what the file says.
   *
   * @throws PopoloRefusal with every problem that could be found
   */
  async take(given: unknown, { dryRun }: { dryRun: boolean }): Promise<PopoloReport> {
    const { file, remarks: notTaken } = readPopolo(given);
    const [problems, remarks]: [PopoloRemark[], PopoloRemark[]] = [[], [...notTaken]];
    const records = recordsOf(file, problems, remarks);
    problems.push(...findBroken(records));
    if (problems.length > 0) throw new PopoloRefusal(problems);
    let came: PopoloReport['came'] | undefined;
    try {
      await this.gate.write(async () => {
        came = await this.bring(records);
        if (dryRun) throw new TakenBack();
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
    }
    if (!came) throw new Error('an import that neither failed nor ended');
    const isUnchanged = Object.values(came).every((number) => number === 0);
    return { outcome: isUnchanged ? 'unchanged' : dryRun ? 'would_import' : 'imported', came, remarks };
  }

  private async bring(records: PopoloRecords): Promise<PopoloReport['came']> {
    await this.intake.waitForOthers();
    const fresh = await this.whatIsNew(records);
    await this.intake.hold(records.posts.map(({ record }) => record.id));
    const came = await this.intake.take(fresh);
    const transaction = currentTransaction();
    // Nothing was done, so nothing is told of in the log.
    if (transaction && transaction.audited === 0) transaction.wroteNothing = true;
    return came;
  }

  private async whatIsNew(records: PopoloRecords): Promise<PopoloRecords> {
    const persons = await this.stock.compare(Person, records.persons);
    const organisations = await this.stock.compare(Organisation, records.organisations);
    const sectors = await this.stock.compare(Sector, records.sectors);
    const posts = await this.stock.compare(Post, records.posts);
    const terms = await this.stock.compare(Membership, records.terms);
    const zones = await this.stock.compare(Zone, records.zones);
    const problems = [persons, organisations, sectors, posts, terms, zones].flatMap((kind) => kind.problems);
    if (problems.length > 0) throw new PopoloRefusal(problems);
    return {
      ...records,
      persons: persons.fresh,
      organisations: organisations.fresh,
      sectors: sectors.fresh,
      posts: posts.fresh,
      terms: inOrder(terms.fresh),
      zones: zones.fresh,
    };
  }
}

/** Whom somebody succeeds was there before. */
const inOrder = <T extends { readonly startsOn: string }>(terms: readonly Placed<T>[]): Placed<T>[] =>
  terms.toSorted((a, b) => (a.record.startsOn < b.record.startsOn ? -1 : 1));
