import type { Type } from '@nestjs/common';
import { UsageError } from './failure.js';

/** What the options say, as the interface would take it; an option has the name of its field. */
export async function readInput<T extends object>(shape: Type<T>, said: object): Promise<T> {
  const { createValidationPipe, DomainError } = await import('#src/foundation/common/index.js');
  try {
    return (await createValidationPipe().transform(said, { type: 'body', metatype: shape })) as T;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new UsageError(
      error.errors.map(({ pointer, detail }) => `--${optionOf(pointer)} ${detail}.`).join(' '),
    );
  }
}

/** `/roles` and `/roles/0` are what `--role` said. */
const optionOf = (pointer: string): string => (pointer.split('/')[1] ?? '').replace(/s$/, '');
