import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IfGiven, Instant, ListQuery, NullableText, withRevision } from '#src/foundation/common/index.js';
import { SIGN_IN_POSITIONS, type SignInPosition } from './sign-in-position.js';
import type { SignInCountRow, SignInRow } from './sign-in.repository.js';

const POSITION = { enum: SIGN_IN_POSITIONS, nullable: true, example: 'for' } as const;

export class SignInDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Its line on the sheet, from 1. */
  @ApiProperty({ type: 'integer' })
  order: number;

  /** null: they gave none. */
  @ApiProperty({ type: String, nullable: true, example: 'A neighbour' })
  name: string | null;

  /** The name is one they chose for this. */
  @ApiProperty()
  pseudonym: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'Fresno Youth Council' })
  organisation: string | null;

  /** null: they said nothing of it. */
  @ApiProperty(POSITION)
  position: SignInPosition | null;

  /** The agenda item they came for. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  agendaItemId: string | null;

  @ApiProperty()
  wishesToSpeak: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  spokeAt: string | null;

  /** Where to reach them, if they gave it. */
  @ApiProperty({ type: String, nullable: true, example: 'neighbour@example.org' })
  contact: string | null;

  static from(row: SignInRow): SignInDto {
    const dto = new SignInDto();
    dto.id = row.id;
    dto.order = row.order;
    dto.name = row.name;
    dto.pseudonym = row.pseudonym;
    dto.organisation = row.organisation;
    dto.position = row.position;
    dto.agendaItemId = row.agendaItemId;
    dto.wishesToSpeak = row.wishesToSpeak;
    dto.spokeAt = row.spokeAt?.toISOString() ?? null;
    dto.contact = row.contact;
    return withRevision(dto, row.revision);
  }
}

/** Every field may be left out: nobody must say who they are. */
export class CreateSignInDto {
  @NullableText(200, 'A neighbour')
  name?: string | null;

  /** The name is one they chose for this; needs a `name`. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  pseudonym?: boolean;

  @NullableText(200, 'Fresno Youth Council')
  organisation?: string | null;

  @ApiPropertyOptional(POSITION)
  @IsOptional()
  @IsIn(SIGN_IN_POSITIONS)
  position?: SignInPosition | null;

  /** An agenda item of the same hearing. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  agendaItemId?: string | null;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  wishesToSpeak?: boolean;

  /** When they spoke; a moment in the past. */
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Instant()
  spokeAt?: string | null;

  /** Only if they gave it; read by clerks alone. */
  @NullableText(300, 'neighbour@example.org')
  contact?: string | null;
}

export class UpdateSignInDto extends PartialType(CreateSignInDto, { skipNullProperties: false }) {}

export class ListSignInsQuery extends ListQuery {}

export class SignInCountsDto {
  @ApiProperty({ type: 'integer', example: 41 })
  for: number;

  @ApiProperty({ type: 'integer', example: 12 })
  against: number;

  @ApiProperty({ type: 'integer', example: 3 })
  other: number;

  /** Signed in and said nothing of it. */
  @ApiProperty({ type: 'integer', example: 9 })
  silent: number;

  @ApiProperty({ type: 'integer', example: 65 })
  total: number;

  static from({ inFavour, against, other, silent }: SignInCountRow): SignInCountsDto {
    const dto = new SignInCountsDto();
    dto.for = inFavour;
    dto.against = against;
    dto.other = other;
    dto.silent = silent;
    dto.total = inFavour + against + other + silent;
    return dto;
  }
}
