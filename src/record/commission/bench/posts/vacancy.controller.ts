import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiProblems, type Page, PagedResponse } from '#src/foundation/common/index.js';
import { Public } from '#src/trust/access/index.js';
import { ListVacanciesQuery, VacancyDto } from './vacancy.dto.js';
import { VacancyService } from './vacancy.service.js';

@ApiTags('Commission')
@Controller('vacancies')
export class VacancyController {
  constructor(private readonly vacancies: VacancyService) {}

  /**
   * Lists the posts without a member on a day, and since when. A post whose member is not listed yet is vacant to the
   * public: the appointment is not announced.
   */
  @Get()
  @Public('commission:read')
  @PagedResponse(VacancyDto)
  @ApiProblems(400, 429)
  listVacancies(@Query() query: ListVacanciesQuery): Promise<Page<VacancyDto>> {
    return this.vacancies.list(query);
  }
}
