import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LEGAL_PROFILES } from '../body/legal-profile.js';
import { ORGANISATION_KINDS } from '../organisations/organisation-kind.js';

const day = { type: String, format: 'date', example: '2015-09-01' } as const;
const id = { format: 'uuid' } as const;

export class PopoloLinkDto {
  @ApiProperty({ format: 'uri', example: 'https://people.example.org/ada' })
  url: string;
}

class OrganizationBesideDto {
  /** Of the commission. */
  @ApiPropertyOptional({ enum: LEGAL_PROFILES })
  legal_profile?: string;

  /** Of the commission. */
  @ApiPropertyOptional({ type: 'integer' })
  quorum?: number;

  /** Of the commission. */
  @ApiPropertyOptional({ example: 'America/Los_Angeles' })
  time_zone?: string;

  /** Of the commission. */
  @ApiPropertyOptional({ example: 'en' })
  language?: string;

  /** Of a body beside it: the first day it stands there. */
  @ApiPropertyOptional(day)
  since?: string;

  @ApiPropertyOptional(day)
  until?: string;

  @ApiPropertyOptional()
  listed?: boolean;
}

export class PopoloOrganizationDto {
  @ApiProperty(id)
  id: string;

  @ApiProperty({ example: 'Blue Ribbon Commission' })
  name: string;

  @ApiProperty({ enum: ['commission', ...ORGANISATION_KINDS] })
  classification: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiPropertyOptional(day)
  founding_date?: string;

  @ApiPropertyOptional(day)
  dissolution_date?: string;

  @ApiPropertyOptional({ type: [PopoloLinkDto] })
  links?: PopoloLinkDto[];

  @ApiProperty()
  hearth: OrganizationBesideDto;
}

class PopoloIdentifierDto {
  @ApiProperty({ enum: ['zone', 'fips'] })
  scheme: string;

  @ApiProperty({ example: '8' })
  identifier: string;
}

/** A zone of the commission, or a county of one. */
export class PopoloAreaDto {
  @ApiProperty()
  id: string;

  @ApiProperty({ example: 'San Diego' })
  name: string;

  @ApiProperty({ enum: ['zone', 'county'] })
  classification: string;

  @ApiProperty({ type: [PopoloIdentifierDto] })
  identifiers: PopoloIdentifierDto[];

  @ApiPropertyOptional(id)
  parent_id?: string;
}

export class PopoloSectorDto {
  @ApiProperty(id)
  id: string;

  @ApiProperty({ example: 'health-care' })
  key: string;

  @ApiProperty({ example: 'Health care' })
  name: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiPropertyOptional(day)
  start_date?: string;

  @ApiPropertyOptional(day)
  end_date?: string;
}
