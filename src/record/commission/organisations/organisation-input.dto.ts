import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import {
  IfGiven,
  ListQuery,
  NullableLocalDate,
  NullableText,
  SortBy,
  StorableText,
} from '#src/foundation/common/index.js';
import { WebAddress } from '../shared/web-address.js';
import { ORGANISATION_KINDS, type OrganisationKind } from './organisation-kind.js';
import { ORGANISATION_ORDER } from './organisation.repository.js';

export class CreateSponsorDto {
  @ApiProperty({ maxLength: 300, example: 'Association of county welfare directors' })
  @StorableText({ max: 300 })
  name: string;

  @ApiProperty({ enum: ORGANISATION_KINDS, example: 'co_sponsor' })
  @IsIn(ORGANISATION_KINDS)
  kind: OrganisationKind;

  @NullableText(5_000)
  description?: string | null;

  /** http or https. */
  @ApiPropertyOptional({ type: String, format: 'uri', nullable: true, maxLength: 2_000 })
  @IsOptional()
  @WebAddress()
  url?: string | null;

  @NullableLocalDate('2015-08-01')
  since?: string | null;

  @NullableLocalDate('2016-12-31')
  until?: string | null;

  /** Default false: the desk's until the commission lists it. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  listed?: boolean;
}

export class UpdateSponsorDto extends PartialType(CreateSponsorDto, { skipNullProperties: false }) {}

export class ListSponsorsQuery extends ListQuery {
  @SortBy(ORGANISATION_ORDER)
  sort?: string;

  @ApiPropertyOptional({ enum: ORGANISATION_KINDS })
  @IfGiven()
  @IsIn(ORGANISATION_KINDS)
  kind?: OrganisationKind;
}
