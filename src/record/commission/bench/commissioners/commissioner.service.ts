import { Injectable } from '@nestjs/common';
import { invalid, type Page, Pager, unknownReferences } from '#src/foundation/common/index.js';
import { Idempotency } from '#src/foundation/database/index.js';
import { Gate } from '#src/trust/access/index.js';
import type { CreatePersonDto, UpdatePersonDto } from '../../people/person.dto.js';
import { PersonService } from '../../people/person.service.js';
import { commissionerNotFound } from '../bench.errors.js';
import { Appointments } from '../terms/appointments.js';
import type { Appointee } from '../terms/term.policy.js';
import {
  CommissionerDto,
  type CreateCommissionerDto,
  type ListCommissionersQuery,
} from './commissioner.dto.js';
import { COMMISSIONER_ORDER, CommissionerRepository } from './commissioner.repository.js';

@Injectable()
export class CommissionerService {
  constructor(
    private readonly gate: Gate,
    private readonly commissioners: CommissionerRepository,
    private readonly people: PersonService,
    private readonly appointments: Appointments,
    private readonly pager: Pager,
    private readonly idempotency: Idempotency,
  ) {}

  /** Who sits on a day, one statement a page. */
  list(query: ListCommissionersQuery, wantsTotal: boolean): Promise<Page<CommissionerDto>> {
    return this.pager.page({
      list: 'commissioners',
      query,
      order: COMMISSIONER_ORDER,
      fetch: (keyset) => this.commissioners.list(query.at, keyset),
      item: (row) => CommissionerDto.from(row),
      ...(wantsTotal && { total: () => this.commissioners.count(query.at) }),
    });
  }

  async get(id: string): Promise<CommissionerDto> {
    const row = await this.commissioners.find(id);
    if (!row) throw commissionerNotFound();
    return CommissionerDto.from(row);
  }

  /**
   * Appoints somebody to a seat, and enters them if they are new: one act.
   *
   * @throws DomainError 400 VALIDATION unless one of `personId` and `person` is given; 422 UNKNOWN_REFERENCE; as
   *   `Appointments.appoint`
   */
  async create(input: CreateCommissionerDto, key?: string): Promise<CommissionerDto> {
    const { personId, person, ...term } = input;
    if ((personId === undefined) === (person === undefined)) {
      throw invalid([
        { pointer: '/personId', code: 'ONE_OF', detail: 'either personId or person must be given' },
      ]);
    }
    const id = await this.gate.write(() =>
      this.idempotency.once({
        key,
        operation: 'createCommissioner',
        payload: input,
        create: async () => {
          const who = person ? await this.entered(person) : await this.known(personId!);
          await this.appointments.appoint(who, term, 'seat');
          return who.id;
        },
      }),
    );
    return this.get(id);
  }

  private async known(id: string): Promise<Appointee> {
    const person = await this.people.hold(id);
    if (!person) throw unknownReferences(['/personId']);
    return { id, listed: person.listed, pointer: '/personId' };
  }

  /** Whoever is entered to sit is listed unless the request says otherwise, and then it is refused. */
  private async entered(person: CreatePersonDto): Promise<Appointee> {
    const listed = person.listed ?? true;
    return { id: await this.people.enter({ ...person, listed }), listed, pointer: '/person/listed' };
  }

  /** Changes the person's public profile. */
  async update(
    id: string,
    ifMatch: readonly string[] | '*',
    input: UpdatePersonDto,
  ): Promise<CommissionerDto> {
    await this.get(id);
    await this.people.update(id, ifMatch, input);
    return this.get(id);
  }
}
