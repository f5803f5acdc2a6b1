import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { StorableText } from './storable-text.js';

/** Of an input: a text of at most `max` characters that may be left out, and is taken away by null. */
export const NullableText = (max: number, example?: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      type: String,
      nullable: true,
      maxLength: max,
      ...(example !== undefined && { example }),
    }),
    IsOptional(),
    StorableText({ max }),
  );
