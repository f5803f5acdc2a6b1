import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { ListQuery, StorableText } from '#src/foundation/common/index.js';
import { FACTOR_KINDS, type FactorKind } from '../entities/account-factor.entity.js';
import type { SessionStage } from '../entities/account-session.entity.js';
import { MOST_READ } from '../passwords/rules/password-text.js';
import type { SessionRow } from './sessions.repository.js';

const STAGES = ['second_factor', 'enrolment', 'whole'] as const;

export class SignInDto {
  @ApiProperty({ maxLength: 254, example: 'ada@example.org' })
  @StorableText({ max: 254 })
  email: string;

  /** Compared in the form NFKC, untrimmed. More than 128 characters are nobody's. */
  @ApiProperty({ maxLength: MOST_READ, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(MOST_READ)
  password: string;
}

/** How far this browser's signing in has come. */
export class SignInStateDto {
  /** `second_factor`: one of `secondFactors` is asked for. `enrolment`: a first one has to be set up. `whole`: signed in. */
  @ApiProperty({ enum: STAGES })
  stage: SessionStage;

  /** What can be given as the second factor. */
  @ApiProperty({ enum: FACTOR_KINDS, isArray: true })
  secondFactors: FactorKind[];

  /** For `X-CSRF-Token`, with every write. It changes with each stage. */
  @ApiProperty({ example: 'kq3G0ZQpYk1tY4m3cXo9m0b3jv3mZKk0mX0m7vC0h2g' })
  csrfToken: string;

  static from(state: {
    stage: SessionStage;
    secondFactors: FactorKind[];
    csrfToken: string;
  }): SignInStateDto {
    const dto = new SignInStateDto();
    dto.stage = state.stage;
    dto.secondFactors = state.secondFactors;
    dto.csrfToken = state.csrfToken;
    return dto;
  }
}

export class SessionDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Browser and system, as far as they were told. */
  @ApiProperty({ type: String, nullable: true, example: 'Firefox, Linux' })
  client: string | null;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;

  /** To the half minute. */
  @ApiProperty({ format: 'date-time' })
  seenAt: string;

  /** The last moment, however much it is used. */
  @ApiProperty({ format: 'date-time' })
  endsAt: string;

  /** Whether it is the one that asks. */
  @ApiProperty()
  isCurrent: boolean;

  static from(row: SessionRow, currentId: string | undefined): SessionDto {
    const dto = new SessionDto();
    dto.id = row.id;
    dto.client = row.client;
    dto.startedAt = row.createdAt.toISOString();
    dto.seenAt = row.seenAt.toISOString();
    dto.endsAt = row.endsAt.toISOString();
    dto.isCurrent = row.id === currentId;
    return dto;
  }
}

export class ListSessionsQuery extends ListQuery {}
