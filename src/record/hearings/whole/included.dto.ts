import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';

export interface Items<Dto> {
  items: Dto[];
  more: boolean;
}

/** The first of a list that comes along with its hearing. */
export function Included<Dto>(dto: Type<Dto>): Type<Items<Dto>> {
  class IncludedDto implements Items<Dto> {
    /** In their order. */
    @ApiProperty({ type: [dto] })
    items: Dto[];

    /** Whether there are more of them than come along: their own list has them all. */
    @ApiProperty()
    more: boolean;
  }
  return IncludedDto;
}
