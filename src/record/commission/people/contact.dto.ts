import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { NullableText, withRevision } from '#src/foundation/common/index.js';
import type { ContactRow } from './contact.repository.js';

export class ContactDto {
  @ApiProperty({ type: String, nullable: true, example: 'ada@example.org' })
  email: string | null;

  @ApiProperty({ type: String, nullable: true, example: '+1 510 555 0100' })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true, example: '900 Fallon Street, Oakland 94607' })
  address: string | null;

  /** How they wish to be reached. */
  @ApiProperty({ type: String, nullable: true, example: 'After 4 pm.' })
  note: string | null;

  static from(row: ContactRow): ContactDto {
    const dto = new ContactDto();
    dto.email = row.email;
    dto.phone = row.phone;
    dto.address = row.address;
    dto.note = row.note;
    return withRevision(dto, row.revision);
  }
}

/** All of it: what is left out is null. */
export class ReplaceContactDto {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 254, example: 'ada@example.org' })
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  /** As it is dialled. */
  @NullableText(100, '+1 510 555 0100')
  phone?: string | null;

  /** For letters. */
  @NullableText(1_000, '900 Fallon Street, Oakland 94607')
  address?: string | null;

  @NullableText(2_000)
  note?: string | null;
}
