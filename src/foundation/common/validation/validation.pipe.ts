import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  ValidationPipe,
  type ValidationPipeOptions,
} from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalid } from '../errors/domain-error.js';
import { fieldErrors, type InputPart } from './field-errors.js';

type QueryClass = new () => object;

/** The global pipe: DTO in, or one DomainError `VALIDATION` naming every place. Nothing undeclared passes. */
export function createValidationPipe(): PipeTransform {
  return new RequestPipe();
}

@Injectable()
class RequestPipe implements PipeTransform {
  private readonly body = new ValidationPipe(optionsFor('body'));
  private readonly query = new ValidationPipe(optionsFor('query'));
  private readonly fineWhenEmpty = new WeakSet<object>();

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'query') return this.transformQuery(value, metadata);
    return (await this.body.transform(value, metadata)) as unknown;
  }

  /** Most lists are asked without a parameter: once a class has accepted that, its defaults are the answer. */
  private async transformQuery(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    const isEmpty = metadata.data === undefined && metatype !== undefined && isEmptyObject(value);
    if (isEmpty && this.fineWhenEmpty.has(metatype)) return new (metatype as QueryClass)();
    const query = (await this.query.transform(value, metadata)) as unknown;
    if (isEmpty && metatype !== Object) this.fineWhenEmpty.add(metatype);
    return query;
  }
}

function optionsFor(part: InputPart): ValidationPipeOptions {
  return {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors: ValidationError[]) => invalid(fieldErrors(errors, part)),
  };
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
