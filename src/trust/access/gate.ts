import { Injectable } from '@nestjs/common';
import {
  Database,
  type DatabaseRole,
  type NamedQuery,
  PUBLIC_SESSION,
  type Row,
  type Session,
  UnitOfWork,
} from '#src/foundation/database/index.js';
import { currentActor } from './current-actor.js';
import { type Actor, isPublicReader, type Predicate, readable } from './rules/index.js';

/** The one way from a use case to the database: every read and write happens as the current actor. */
@Injectable()
export class Gate {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  actor(): Actor {
    return currentActor();
  }

  /** Whether the caller works at the desk, and so sees what is only the desk's. */
  isDesk(): boolean {
    return currentActor().roles.includes('clerk');
  }

  /** Rows of a named statement, through the policies of the current actor. */
  rows<T extends Row>(query: NamedQuery): Promise<T[]> {
    return this.database.rows<T>(sessionOf(currentActor()), query);
  }

  /** The gate's predicate for the query's own `where` (see `readable`). */
  readable(alias: string, firstParameter: number): Predicate {
    return readable(currentActor(), alias, firstParameter);
  }

  /** A use case that writes, in one transaction; nested calls join it. */
  write<T>(work: () => Promise<T>): Promise<T> {
    return this.unitOfWork.run(sessionOf(currentActor()), work);
  }
}

/** Which database role an actor's requests take. */
export function sessionOf(actor: Actor): Session {
  if (actor.id === null || isPublicReader(actor)) return PUBLIC_SESSION;
  return { role: databaseRole(actor), person: actor.id };
}

function databaseRole(actor: Actor): DatabaseRole {
  const staff = actor.roles.includes('clerk');
  const commission = actor.roles.includes('commissioner') || actor.roles.includes('chair');
  if (staff && commission) return 'hearth_both';
  return staff ? 'hearth_staff' : 'hearth_commission';
}
