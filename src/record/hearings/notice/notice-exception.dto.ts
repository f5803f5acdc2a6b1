import { ApiProperty } from '@nestjs/swagger';
import { StorableText } from '#src/foundation/common/index.js';
import { Citation } from '../shared/fields.js';

export class NoticeExceptionDto {
  /** The law that allows it. */
  @ApiProperty({ example: 'Gov. Code 11125.3(a)(1)' })
  @Citation()
  citation: string;

  /** The ground: what came up, and why it could not wait. The notice says it. */
  @ApiProperty({ maxLength: 2_000, example: 'The building was closed by fire on the day before.' })
  @StorableText({ max: 2_000 })
  reason: string;
}
