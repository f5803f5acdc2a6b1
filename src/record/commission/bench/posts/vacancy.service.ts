import { Injectable } from '@nestjs/common';
import { type Page, Pager } from '#src/foundation/common/index.js';
import { POST_ORDER } from './post.repository.js';
import { type ListVacanciesQuery, VacancyDto } from './vacancy.dto.js';
import { VacancyRepository } from './vacancy.repository.js';

@Injectable()
export class VacancyService {
  constructor(
    private readonly vacancies: VacancyRepository,
    private readonly pager: Pager,
  ) {}

  /** The posts that nobody holds on the day, one statement a page. */
  list(query: ListVacanciesQuery): Promise<Page<VacancyDto>> {
    return this.pager.page({
      list: 'vacancies',
      query,
      order: POST_ORDER,
      fetch: (keyset) => this.vacancies.list(query, keyset),
      item: (row) => VacancyDto.from(row),
    });
  }
}
