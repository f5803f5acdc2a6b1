import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { withRevision } from '#src/foundation/common/index.js';
import { MOST_MEMBERS, type RosterMember } from './roster.repository.js';

export class RosterMemberDto {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty({ example: 'Ada Lovelace' })
  name: string;

  static from({ personId, name }: RosterMember): RosterMemberDto {
    const dto = new RosterMemberDto();
    dto.personId = personId;
    dto.name = name;
    return dto;
  }
}

/** Its ETag is the hearing's. */
export class RosterDto {
  /** Who is to sit at this hearing; nobody listed: the whole bench is expected. */
  @ApiProperty({ type: [RosterMemberDto] })
  items: RosterMemberDto[];

  static from(row: { members: readonly RosterMember[]; revision: string }): RosterDto {
    const dto = new RosterDto();
    dto.items = row.members.map((member) => RosterMemberDto.from(member));
    return withRevision(dto, row.revision);
  }
}

export class SetRosterDto {
  /** All of them anew, in the order in which they are shown; none: the whole bench is expected. */
  @ApiProperty({ type: [String], format: 'uuid', maxItems: MOST_MEMBERS })
  @IsArray()
  @ArrayMaxSize(MOST_MEMBERS)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsUUID('all', { each: true })
  personIds: string[];
}
