import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

const SCHEMA = 'https://schema.org';

/** What links say of the commission. */
export class EventOrganizerDto {
  @ApiProperty({ enum: ['Organization'] })
  '@type': 'Organization';

  @ApiProperty()
  name: string;
}

/** A place to go to, or a link to take part by. */
export class EventPlaceDto {
  @ApiProperty({ enum: ['Place', 'VirtualLocation'] })
  '@type': 'Place' | 'VirtualLocation';

  @ApiProperty()
  name: string;

  @ApiPropertyOptional({ example: '900 Fallon Street, Oakland' })
  address?: string;

  @ApiPropertyOptional({ format: 'uri' })
  url?: string;
}

/** The meetings that this is one of. */
export class EventSeriesDto {
  @ApiProperty({ enum: ['EventSeries'] })
  '@type': 'EventSeries';

  @ApiProperty()
  name: string;

  /** Its calendar. */
  @ApiProperty({ format: 'uri' })
  url: string;
}

/** A planned part of a meeting. */
export class EventSessionDto {
  @ApiProperty({ enum: ['Event'] })
  '@type': 'Event';

  @ApiProperty({ example: 'Morning' })
  name: string;

  @ApiProperty({ format: 'date-time' })
  startDate: string;

  @ApiProperty({ format: 'date-time' })
  endDate: string;
}

/** An open meeting as schema.org's `Event`. */
export class HearingEventDto {
  @ApiProperty({ enum: [SCHEMA] })
  '@context': string;

  @ApiProperty({ enum: ['Event'] })
  '@type': 'Event';

  @ApiProperty({ format: 'uri' })
  '@id': string;

  @ApiProperty()
  name: string;

  @ApiPropertyOptional()
  description?: string;

  @ApiProperty({ format: 'uri' })
  url: string;

  /** By the meeting's own clock, with its offset. */
  @ApiProperty({ format: 'date-time', example: '2016-04-21T09:00:00-07:00' })
  startDate: string;

  @ApiPropertyOptional({ format: 'date-time' })
  endDate?: string;

  /** Of a rescheduled meeting, the latest first. */
  @ApiPropertyOptional({ type: [String], example: ['2016-04-14T09:00:00-07:00'] })
  previousStartDate?: string[];

  @ApiProperty({ example: `${SCHEMA}/EventScheduled` })
  eventStatus: string;

  @ApiProperty({ example: `${SCHEMA}/OfflineEventAttendanceMode` })
  eventAttendanceMode: string;

  @ApiProperty({ type: [EventPlaceDto] })
  location: EventPlaceDto[];

  /** BCP 47: the language it is held in, then those that it is interpreted into. */
  @ApiProperty({ type: [String], example: ['en', 'es'] })
  inLanguage: string[];

  @ApiProperty()
  isAccessibleForFree: boolean;

  /** Where there are two or more: the open sessions that are planned, in the order of time. */
  @ApiPropertyOptional({ type: [EventSessionDto] })
  subEvent?: EventSessionDto[];

  @ApiPropertyOptional({ type: EventOrganizerDto })
  organizer?: EventOrganizerDto;

  @ApiPropertyOptional({ type: EventSeriesDto })
  superEvent?: EventSeriesDto;
}
