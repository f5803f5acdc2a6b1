import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation-kind.js';
import type { Appointee, OrganisationRow } from './organisation.repository.js';

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
    return withRevision(SponsorDto.tell(new SponsorDto(), row), row.revision);
  }

  protected static tell<T extends SponsorDto>(dto: T, row: OrganisationRow): T {
    dto.id = row.id;
    dto.name = row.name;
    dto.kind = row.kind;
    dto.description = row.description;
    dto.url = row.url;
    dto.since = row.since;
    dto.until = row.until;
    dto.listed = row.listed;
    return dto;
  }
}

export class AppointeeDto {
  /** The term. */
  @ApiProperty({ format: 'uuid' })
  membershipId: string;

  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiProperty({ format: 'uuid' })
  postId: string;

  /** The label of the seat, office or position. */
  @ApiProperty({ example: 'Seat for child welfare' })
  post: string;

  @ApiProperty({ example: false })
  acting: boolean;

  @ApiProperty({ format: 'date', example: '2015-08-01' })
  startsOn: string;

  /** The last day; null: it goes on. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  endsOn: string | null;

  static from(row: Appointee): AppointeeDto {
    const dto = new AppointeeDto();
    dto.membershipId = row.membershipId;
    dto.personId = row.personId;
    dto.name = row.name;
    dto.postId = row.postId;
    dto.post = row.post;
    dto.acting = row.acting;
    dto.startsOn = row.startsOn;
    dto.endsOn = row.endsOn;
    return dto;
  }
}

export class SponsorWithAppointeesDto extends SponsorDto {
  /** Whom it appointed, in the order of their terms; to the public, the listed ones. */
  @ApiProperty({ type: [AppointeeDto] })
  appointees: AppointeeDto[];

  static override from(row: OrganisationRow & { appointees: Appointee[] }): SponsorWithAppointeesDto {
    const dto = SponsorDto.tell(new SponsorWithAppointeesDto(), row);
    dto.appointees = row.appointees.map((appointee) => AppointeeDto.from(appointee));
    return withRevision(dto, row.revision);
  }
}
