import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiReads, ApiUpdates, IfMatch, UuidParam } from '#src/foundation/common/index.js';
import { Permission, Requires } from '#src/trust/access/index.js';
import { ContactDto, ReplaceContactDto } from './contact.dto.js';
import { ContactService } from './contact.service.js';

@ApiTags('Commission')
@Controller('people/:personId/contact')
export class ContactController {
  constructor(private readonly contacts: ContactService) {}

  /** Reads where a person is reached; all null while nothing is known. The desk's, however public the person is. */
  @Get()
  @Requires(Permission.ContactRead)
  @ApiReads(ContactDto)
  getContact(@UuidParam('personId') personId: string): Promise<ContactDto> {
    return this.contacts.get(personId);
  }

  /** Enters where a person is reached, in the place of what was known. */
  @Put()
  @Requires(Permission.ContactUpdate)
  @ApiUpdates(ContactDto)
  replaceContact(
    @UuidParam('personId') personId: string,
    @IfMatch() ifMatch: string[] | '*',
    @Body() input: ReplaceContactDto,
  ): Promise<ContactDto> {
    return this.contacts.replace(personId, ifMatch, input);
  }
}
