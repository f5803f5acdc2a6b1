import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class WholeSpeakerDto {
  @ApiProperty()
  label: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  position: string | null;

  @ApiProperty({ type: String, nullable: true })
  organisation: string | null;
}

export class WholeCueDto {
  @ApiProperty({ type: 'integer', minimum: 0 })
  number: number;

  @ApiProperty({ type: 'number', format: 'double' })
  start: number;

  @ApiProperty({ type: 'number', format: 'double' })
  end: number;

  /** A speaker's label. */
  @ApiProperty({ type: String, nullable: true })
  speaker: string | null;

  @ApiProperty()
  text: string;
}

/** All that was said, as JSON; it is streamed, never made of this. */
export class WholeTranscriptDto {
  @ApiPropertyOptional()
  title?: string;

  @ApiProperty({ type: String, nullable: true })
  language: string | null;

  @ApiProperty({ type: [WholeSpeakerDto] })
  speakers: WholeSpeakerDto[];

  @ApiProperty({ type: [WholeCueDto] })
  cues: WholeCueDto[];
}
