import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation-kind.js';
import type { OrganisationRow } from './organisation.repository.js';

export class SponsorDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ example: 'Association of county welfare directors' })
  name: string;

  /** `co_sponsor` appoints a member, `endorser` lends its name, `other` stands beside in another way. */
  @ApiProperty({ enum: ORGANISATION_KINDS, example: 'co_sponsor' })
  kind: OrganisationKind;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Directors of the welfare departments of all counties.',
  })
  description: string | null;

  /** Its own site. */
  @ApiProperty({ type: String, format: 'uri', nullable: true, example: 'https://welfare.example.org/' })
  url: string | null;

  /** The first day on which it stands beside the commission. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2015-08-01' })
  since: string | null;

  /** The last such day; null: it goes on. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  until: string | null;

  /** Whether the public may know of it; else only the commission's clerks do. */
  @ApiProperty({ example: true })
  listed: boolean;

  static from(row: OrganisationRow): SponsorDto {
    const dto = new SponsorDto();
    dto.id = row.id;
    dto.name = row.name;
    dto.kind = row.kind;
    dto.description = row.description;
    dto.url = row.url;
    dto.since = row.since;
    dto.until = row.until;
    dto.listed = row.listed;
    return withRevision(dto, row.revision);
  }
}
