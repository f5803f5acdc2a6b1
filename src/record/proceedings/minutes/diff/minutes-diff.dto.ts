import { ApiProperty } from '@nestjs/swagger';
import { withRevision } from '#src/foundation/common/index.js';
import type { MinutesTextRow } from '../minutes.repository.js';
import { compareTexts, type SegmentKind } from './compare-texts.js';

export class MinutesDiffSegmentDto {
  @ApiProperty({ enum: ['same', 'added', 'removed'] })
  kind: SegmentKind;

  @ApiProperty({ example: 'called to order ' })
  text: string;
}

/** `same` and `removed` together are the whole text of `from`, `same` and `added` that of `to`. */
export class MinutesDiffDto {
  @ApiProperty({ format: 'uuid' })
  from: string;

  @ApiProperty({ format: 'uuid' })
  to: string;

  @ApiProperty({ type: [MinutesDiffSegmentDto] })
  segments: MinutesDiffSegmentDto[];

  /** So much differs that some of it is told line by line, or as a whole, and not word by word. */
  @ApiProperty()
  coarse: boolean;

  static from(from: MinutesTextRow, to: MinutesTextRow): MinutesDiffDto {
    const { segments, coarse } = compareTexts(from.body, to.body);
    const dto = new MinutesDiffDto();
    dto.from = from.id;
    dto.to = to.id;
    dto.segments = segments;
    dto.coarse = coarse;
    return withRevision(dto, to.revision);
  }
}
