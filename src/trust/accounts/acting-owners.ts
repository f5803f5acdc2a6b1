import { Injectable } from '@nestjs/common';
import { DomainError } from '#src/foundation/common/index.js';
import { WorkerDatabase } from '#src/foundation/database/index.js';
import type { JobOwners } from '#src/foundation/jobs/index.js';
import { actAs, type Actor, PUBLIC_ACTOR, type Role, ROLES } from '#src/trust/access/index.js';

interface OwnerRow {
  name: string;
  roles: string[];
  recusals: { matter: string; from: string; until: string }[];
}

/** Runs a job as whoever asked for it. Their roles are asked anew: who lost one since does not act by it. */
@Injectable()
export class ActingOwners implements JobOwners {
  constructor(private readonly database: WorkerDatabase) {}

  async run<T>(owner: string | null, work: () => Promise<T>): Promise<T> {
    return actAs(owner === null ? PUBLIC_ACTOR : await this.actor(owner), work);
  }

  private async actor(id: string): Promise<Actor> {
    const [row] = await this.database.transaction((query) =>
      query<OwnerRow>('select name, roles, recusals from job_actor($1)', [id]),
    );
    if (!row) throw new DomainError('forbidden', 'OWNER_GONE', 'Whoever asked for this may no longer act.');
    return {
      via: 'program',
      id,
      name: row.name,
      roles: row.roles.filter((role): role is Role => (ROLES as readonly string[]).includes(role)),
      scopes: [],
      recusals: row.recusals.map(({ matter, from, until }) => ({
        matter,
        from: new Date(from),
        until: until === 'infinity' ? null : new Date(until),
      })),
    };
  }
}
