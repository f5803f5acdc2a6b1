import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  IanaTimeZone,
  IfGiven,
  LanguageTag,
  NullableLocalDate,
  NullableText,
  StorableText,
  withRevision,
} from '#src/foundation/common/index.js';
import type { CommissionRow } from './commission.repository.js';
import { LEGAL_PROFILES, type LegalProfile } from './legal-profile.js';

export class CommissionDto {
  @ApiProperty({ example: 'Blue Ribbon Commission' })
  name: string;

  /** What it was set up to do. */
  @ApiProperty({
    type: String,
    nullable: true,
    example: 'To assess strengths, gaps and needs, and to recommend.',
  })
  mandate: string | null;

  /** Its first day. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2015-07-01' })
  foundedOn: string | null;

  /** Its last day; null while it sits. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  dissolvedOn: string | null;

  /** Whose open-meeting law binds it: `bagley_keene` for state bodies, `brown` for local ones. */
  @ApiProperty({ enum: LEGAL_PROFILES, example: 'bagley_keene' })
  legalProfile: LegalProfile;

  /** How many members make a quorum; null: more than half of the seats provided for. */
  @ApiProperty({ type: 'integer', nullable: true, example: null })
  quorum: number | null;

  /** An IANA name: all its days begin and end in this zone. */
  @ApiProperty({ example: 'America/Los_Angeles' })
  timeZone: string;

  /** BCP 47: what it writes in. */
  @ApiProperty({ example: 'en' })
  language: string;

  static from(row: CommissionRow): CommissionDto {
    const dto = new CommissionDto();
    dto.name = row.name;
    dto.mandate = row.mandate;
    dto.foundedOn = row.foundedOn;
    dto.dissolvedOn = row.dissolvedOn;
    dto.legalProfile = row.legalProfile;
    dto.quorum = row.quorum;
    dto.timeZone = row.timeZone;
    dto.language = row.language;
    return withRevision(dto, row.revision);
  }
}

export class UpdateCommissionDto {
  @ApiPropertyOptional({ maxLength: 300, example: 'Blue Ribbon Commission' })
  @IfGiven()
  @StorableText({ max: 300 })
  name?: string;

  @NullableText(20_000)
  mandate?: string | null;

  @NullableLocalDate('2015-07-01')
  foundedOn?: string | null;

  @NullableLocalDate('2016-12-31')
  dissolvedOn?: string | null;

  @ApiPropertyOptional({ enum: LEGAL_PROFILES })
  @IfGiven()
  @IsIn(LEGAL_PROFILES)
  legalProfile?: LegalProfile;

  /** null: more than half of the seats provided for. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 999 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999)
  quorum?: number | null;

  /** An IANA name. */
  @ApiPropertyOptional({ example: 'America/Los_Angeles' })
  @IfGiven()
  @IanaTimeZone()
  timeZone?: string;

  /** BCP 47. */
  @ApiPropertyOptional({ example: 'en' })
  @IfGiven()
  @LanguageTag()
  language?: string;
}
