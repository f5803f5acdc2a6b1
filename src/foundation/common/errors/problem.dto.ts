import { applyDecorators } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';

export class ProblemFieldDto {
  /** JSON pointer into the body, or `/name` of a parameter. */
  @ApiProperty({ example: '/agenda/0/title' })
  pointer: string;

  @ApiProperty({ example: 'REQUIRED' })
  code: string;

  @ApiProperty({ example: 'must be given' })
  detail: string;

  /** With 409 `DOUBLE_BOOKED`: the hearing that it clashes with. */
  @ApiPropertyOptional({ format: 'uuid' })
  otherHearingId?: string;

  /** With 409 `DOUBLE_BOOKED`: which room or person; an acknowledgement names it. */
  @ApiPropertyOptional({ example: 'Yg1oA3mZ0x8l0GkQ9r2b7w' })
  key?: string;
}

/** RFC 9457 problem details. */
export class ProblemDto {
  @ApiProperty({ format: 'uri-reference', example: '/problems/validation' })
  type: string;

  @ApiProperty({ example: 'Validation' })
  title: string;

  @ApiProperty({ example: 400 })
  status: number;

  @ApiPropertyOptional({ example: 'The request does not have the expected form.' })
  detail?: string;

  /** The path that was asked, without its query. */
  @ApiProperty({ format: 'uri-reference', example: '/api/v1/hearings' })
  instance: string;

  /** What a program decides by; stable. */
  @ApiProperty({ example: 'VALIDATION' })
  code: string;

  /** The same as in the header `X-Request-Id`. */
  @ApiProperty({ example: '4f0c2f6e-6b0e-4b8e-9f5e-0d1b7a1c2d3e' })
  requestId: string;

  @ApiPropertyOptional({ type: () => [ProblemFieldDto] })
  errors?: ProblemFieldDto[];
}

/** Documents the refusals of an operation: `@ApiProblems(400, 404)`. */
export function ApiProblems(...statuses: number[]): MethodDecorator & ClassDecorator {
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } };
  return applyDecorators(
    ApiExtraModels(ProblemDto, ProblemFieldDto),
    ...statuses.map((status) =>
      ApiResponse({ status, description: STATUS_CODES[status] ?? 'Refused', content }),
    ),
  );
}
