import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IfGiven, LanguageTag, ListQuery, StorableText } from '#src/foundation/common/index.js';
import { Order } from '../shared/fields.js';
import { WITNESS_MODES, WITNESS_STATUSES, type WitnessMode, type WitnessStatus } from './witness-status.js';

export class CreateWitnessDto {
  /** Default: after the last. */
  @Order()
  order?: number;

  @ApiProperty({ maxLength: 200, example: 'Ada Lovelace' })
  @StorableText({ max: 200 })
  name: string;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  position?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 200 })
  @IsOptional()
  @StorableText({ max: 200 })
  organisation?: string | null;

  @ApiPropertyOptional({ enum: WITNESS_MODES, default: 'in_person' })
  @IfGiven()
  @IsIn(WITNESS_MODES)
  mode?: WitnessMode;

  @ApiPropertyOptional({ type: Boolean, default: false })
  @IfGiven()
  @IsBoolean()
  sworn?: boolean;

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
}

export class UpdateWitnessDto extends PartialType(CreateWitnessDto, { skipNullProperties: false }) {}

export class ListWitnessesQuery extends ListQuery {}
