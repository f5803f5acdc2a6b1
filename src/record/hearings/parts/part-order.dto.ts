import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsUUID } from 'class-validator';
import { withRevision } from '#src/foundation/common/index.js';
import { orderRevisionOf } from './part-order.js';

const MOST = 1_000;
const EXAMPLE = ['7f0c1f7e-3c1a-4b5e-9c59-5d2f1c0a6b11', '0d0c6f1e-8a53-4c52-8f4b-2f6c6a1f9e02'];

export class PartOrderDto {
  /** All of the hearing's, first to last. */
  @ApiProperty({ type: [String], format: 'uuid', example: EXAMPLE })
  itemIds: string[];

  static from(ids: readonly string[]): PartOrderDto {
    const dto = new PartOrderDto();
    dto.itemIds = [...ids];
    return withRevision(dto, orderRevisionOf(ids));
  }
}

export class ReorderDto {
  /** Each of the hearing's once, first to last; their `order` becomes 1, 2, 3 and so on. */
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST, example: EXAMPLE })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  itemIds: string[];
}
