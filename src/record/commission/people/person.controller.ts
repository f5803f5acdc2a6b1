import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ApiCreates,
  ApiProblems,
  ApiReads,
  ApiUpdates,
  IdempotencyKey,
  IfMatch,
  type Page,
  PagedResponse,
  UuidParam,
  WantsTotal,
} from '#src/foundation/common/index.js';
import { Permission, Public, Requires } from '#src/trust/access/index.js';
import { CreatePersonDto, ListPeopleQuery, PersonDto, UpdatePersonDto } from './person.dto.js';
import { PersonService } from './person.service.js';

@ApiTags('Commission')
@Controller('people')
export class PersonController {
  constructor(private readonly people: PersonService) {}

  /** Lists people of the commission's public work: the listed ones, and for clerks all. */
  @Get()
  @Public('commission:read')
  @PagedResponse(PersonDto)
  @ApiProblems(400, 429)
  listPeople(@Query() query: ListPeopleQuery, @WantsTotal() wantsTotal: boolean): Promise<Page<PersonDto>> {
    return this.people.list(query, wantsTotal);
  }

  /** Enters a person. */
  @Post()
  @Requires(Permission.CommissionUpdate)
  @ApiCreates(PersonDto)
  createPerson(@Body() input: CreatePersonDto, @IdempotencyKey() key?: string): Promise<PersonDto> {
    return this.people.create(input, key);
  }

  /** Reads one person. */
  @Get(':personId')
  @Public('commission:read')
  @ApiReads(PersonDto)
  getPerson(@UuidParam('personId') id: string): Promise<PersonDto> {
    return this.people.get(id);
  }

  /** Changes a person; `listed` opens them to the public or takes them back. */
  @Patch(':personId')
  @Requires(Permission.CommissionUpdate)
  @ApiUpdates(PersonDto)
  updatePerson(
    @UuidParam('personId') id: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: UpdatePersonDto,
  ): Promise<PersonDto> {
    return this.people.update(id, ifMatch, input);
  }
}
