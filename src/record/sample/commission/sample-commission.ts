import { Injectable } from '@nestjs/common';
import {
  CommissionerService,
  CommissionService,
  OrganisationService,
  PostService,
  SectorService,
  TermService,
} from '#src/record/commission/index.js';
import { PlanItemService } from '#src/record/hearings/index.js';
import { COMMISSION, PLAN, type SampleSeat, SEATS, SECTORS, SPONSORS } from './bench.js';

const FIRST_DAY = COMMISSION.foundedOn;
const OFFICES = { chair: 'Chair', vice_chair: 'Vice chair' } as const;

/** The commission itself: its law, its sectors and sponsors, its bench and its plan. */
@Injectable()
export class SampleCommission {
  constructor(
    private readonly commission: CommissionService,
    private readonly sectors: SectorService,
    private readonly sponsors: OrganisationService,
    private readonly posts: PostService,
    private readonly commissioners: CommissionerService,
    private readonly terms: TermService,
    private readonly plan: PlanItemService,
  ) {}

  /** @returns the ids of all who ever sat, by their names */
  async load(): Promise<{ people: Map<string, string>; sectors: Map<string, string> }> {
    await this.commission.update('*', { ...COMMISSION });
    const sectors = new Map<string, string>();
    for (const sector of SECTORS) {
      sectors.set(sector.key, (await this.sectors.create({ ...sector, startedOn: FIRST_DAY })).id);
    }
    const sponsors: string[] = [];
    for (const sponsor of SPONSORS) {
      sponsors.push((await this.sponsors.create({ ...sponsor, since: FIRST_DAY, listed: true })).id);
    }
    const people = new Map<string, string>();
    for (const { key, name } of SECTORS) await this.seat(key, name, sectors, sponsors, people);
    for (const item of PLAN) await this.plan.create(item);
    return { people, sectors };
  }

  private async seat(
    key: string,
    sectorName: string,
    sectors: ReadonlyMap<string, string>,
    sponsors: readonly string[],
    people: Map<string, string>,
  ): Promise<void> {
    const seat = SEATS.find(({ sector }) => sector === key);
    const appointedById = seat ? (sponsors[seat.sponsor] ?? null) : null;
    const post = await this.posts.create({
      kind: 'seat',
      label: `Seat for ${sectorName.charAt(0).toLowerCase()}${sectorName.slice(1)}`,
      sectorId: sectors.get(key) ?? null,
      fillableById: appointedById,
      startsOn: FIRST_DAY,
    });
    if (!seat) return;
    const { id } = await this.commissioners.create({
      person: personOf(seat),
      postId: post.id,
      startsOn: FIRST_DAY,
      appointedById,
    });
    people.set(seat.name, id);
    if (seat.office) await this.office(seat.office, id);
    if (!seat.until || !seat.successor) return;
    const first = (await this.terms.list(id, { limit: 1 }, false)).items[0];
    if (!first) throw new Error('a member without a term');
    await this.terms.update(id, first.id, '*', { endsOn: seat.until, endReason: 'resigned' });
    const next = await this.commissioners.create({
      person: personOf(seat.successor),
      postId: post.id,
      startsOn: seat.successor.from,
      appointedById,
      succeedsId: first.id,
    });
    people.set(seat.successor.name, next.id);
  }

  private async office(office: 'chair' | 'vice_chair', personId: string): Promise<void> {
    const post = await this.posts.create({
      kind: 'office',
      office,
      label: OFFICES[office],
      startsOn: FIRST_DAY,
    });
    await this.terms.create(personId, { postId: post.id, startsOn: FIRST_DAY });
  }
}

function personOf({ name, position, organisation }: Pick<SampleSeat, 'name' | 'position' | 'organisation'>) {
  return { name, position, organisation, listed: true };
}
