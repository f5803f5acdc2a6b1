import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '#src/foundation/common/index.js';

const SECTION = String.raw`[A-Z][A-Za-z. ]{1,40} \d{1,6}(\.\d{1,4})*(\([a-zA-Z0-9]{1,4}\))*`;
const CITATION = new RegExp(`^${SECTION}$`);
const CITATIONS = new RegExp(`^${SECTION}(; ${SECTION}){0,49}$`);

/** A place among the hearing's parts of one kind, from 1; without it a new part stands after the last. */
export const Order = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 9999 }),
    IfGiven(),
    IsInt(),
    Min(1),
    Max(9999),
  );

/** A section of law by its short name: `Gov. Code 11126(e)(1)`. */
export const Citation = (): PropertyDecorator =>
  Matches(CITATION, { message: 'must cite a section of law, like Gov. Code 11126(e)(1)' });

/** The laws that close a session of several items: `Gov. Code 11126(a)(1); Gov. Code 11126(e)(1)`. */
export const Citations = (): PropertyDecorator =>
  Matches(CITATIONS, { message: 'must cite sections of law, like Gov. Code 11126(e)(1), parted by "; "' });
