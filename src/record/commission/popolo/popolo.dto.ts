import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { END_REASONS } from '../bench/terms/end-reason.js';
import { PopoloAreaDto, PopoloLinkDto, PopoloOrganizationDto, PopoloSectorDto } from './popolo-body.dto.js';

const day = { type: String, format: 'date', example: '2015-09-01' } as const;
const id = { format: 'uuid' } as const;

class PersonBesideDto {
  @ApiPropertyOptional({ example: 'Director of child welfare' })
  position?: string;

  @ApiPropertyOptional({ example: 'County of Alameda' })
  organisation?: string;

  @ApiProperty()
  listed: boolean;
}

export class PopoloPersonDto {
  @ApiProperty(id)
  id: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  @ApiPropertyOptional()
  given_name?: string;

  @ApiPropertyOptional()
  family_name?: string;

  @ApiPropertyOptional({ example: 'Dr.' })
  honorific_prefix?: string;

  @ApiPropertyOptional()
  biography?: string;

  @ApiPropertyOptional({ type: [PopoloLinkDto] })
  links?: PopoloLinkDto[];

  @ApiProperty()
  hearth: PersonBesideDto;
}

class PostBesideDto {
  @ApiPropertyOptional(id)
  sector_id?: string;

  @ApiPropertyOptional(id)
  fillable_by_id?: string;
}

export class PopoloPostDto {
  @ApiProperty(id)
  id: string;

  @ApiProperty({ example: 'Seat for health care' })
  label: string;

  @ApiProperty({ enum: ['member', 'chair', 'vice_chair', 'office', 'staff'] })
  role: string;

  @ApiProperty(id)
  organization_id: string;

  @ApiProperty(day)
  start_date: string;

  @ApiPropertyOptional(day)
  end_date?: string;

  @ApiPropertyOptional()
  hearth?: PostBesideDto;
}

class MembershipBesideDto {
  @ApiProperty()
  acting: boolean;

  @ApiPropertyOptional(id)
  succeeds_id?: string;

  @ApiPropertyOptional({ enum: END_REASONS })
  end_reason?: string;
}

export class PopoloMembershipDto {
  @ApiProperty(id)
  id: string;

  @ApiProperty(id)
  person_id: string;

  @ApiProperty(id)
  organization_id: string;

  @ApiProperty(id)
  post_id: string;

  /** Who appointed them. */
  @ApiPropertyOptional(id)
  on_behalf_of_id?: string;

  @ApiProperty(day)
  start_date: string;

  @ApiPropertyOptional(day)
  end_date?: string;

  @ApiProperty()
  hearth: MembershipBesideDto;
}

class PopoloBesideDto {
  @ApiProperty({ type: [PopoloSectorDto] })
  sectors: PopoloSectorDto[];
}

/**
 * The commission as [Popolo](https://www.popoloproject.com/) JSON: it and the bodies beside it, its posts, who holds
 * and held them, its zones. What Popolo has no name for stands under `hearth`; what is not known is left out.
 */
export class PopoloDto {
  @ApiProperty({ type: [PopoloPersonDto] })
  persons: PopoloPersonDto[];

  @ApiProperty({ type: [PopoloOrganizationDto] })
  organizations: PopoloOrganizationDto[];

  @ApiProperty({ type: [PopoloPostDto] })
  posts: PopoloPostDto[];

  @ApiProperty({ type: [PopoloMembershipDto] })
  memberships: PopoloMembershipDto[];

  @ApiProperty({ type: [PopoloAreaDto] })
  areas: PopoloAreaDto[];

  @ApiProperty()
  hearth: PopoloBesideDto;
}
