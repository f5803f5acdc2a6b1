import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfGiven, LanguageTag, ListQuery, NullableText, StorableText } from '#src/foundation/common/index.js';
import { Order } from '../shared/fields.js';
import { OathDto } from './oath.dto.js';
import { WITNESS_MODES, WITNESS_STATUSES, type WitnessMode, type WitnessStatus } from './witness-status.js';

export class CreateWitnessDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  @ApiProperty({ maxLength: 200, example: 'Ada Lovelace' })
  @StorableText({ max: 200 })
  name: string;

  @NullableText(500)
  position?: string | null;

  @NullableText(500)
  organisation?: string | null;

  /** How they are heard: in the room, from elsewhere, or by what they wrote. */
  @ApiPropertyOptional({ enum: WITNESS_MODES, default: 'in_person' })
  @IfGiven()
  @IsIn(WITNESS_MODES)
  mode?: WitnessMode;

  /** Where it is known that they were sworn, and not by whom. With an `oath` it is true. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  sworn?: boolean;

  /** null takes it back. */
  @ApiPropertyOptional({ type: OathDto, nullable: true })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OathDto)
  oath?: OathDto | null;

  /** Came under a subpoena. */
  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  compelled?: boolean;

  /** BCP 47, where it is not the hearing's. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'es' })
  @IsOptional()
  @LanguageTag()
  language?: string | null;

  /** BCP 47: the language that an interpreter is to speak for them. */
  @ApiPropertyOptional({ type: String, nullable: true, example: 'es' })
  @IsOptional()
  @LanguageTag()
  interpreterLanguage?: string | null;

  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 1, maximum: 1440, example: 5 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1440)
  minutesAllotted?: number | null;

  /** Once the hearing has begun. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, minimum: 0, maximum: 86_400, example: 287 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(86_400)
  secondsUsed?: number | null;

  /** `heard` once the hearing has begun. */
  @ApiPropertyOptional({ enum: WITNESS_STATUSES, default: 'invited' })
  @IfGiven()
  @IsIn(WITNESS_STATUSES)
  status?: WitnessStatus;

  /** A panel of the same hearing. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  panelId?: string | null;

  /** An agenda item of the same hearing. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  agendaItemId?: string | null;

  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  personId?: string | null;

  /** The sector of the commission that they speak from. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID('all')
  sectorId?: string | null;
}

export class UpdateWitnessDto extends PartialType(CreateWitnessDto, { skipNullProperties: false }) {}

export class ListWitnessesQuery extends ListQuery {}
