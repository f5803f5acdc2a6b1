import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { describeError } from './describe-error.js';
import { DomainError } from './domain-error.js';
import { sqlState } from './postgres-errors.js';
import { answerFor, problemTitle, problemType } from './problem.js';

const postgres = (code: string) =>
  Object.assign(new Error('invalid input syntax: "Maria"'), {
    severity: 'ERROR',
    code,
    detail: 'Key (name)=(Maria)',
  });
/** As TypeORM wraps it. */
const wrapped = (code: string) =>
  Object.assign(new Error('invalid input syntax: "Maria"'), {
    parameters: ['Maria'],
    driverError: postgres(code),
  });
const socket = (code: string, syscall: string) => Object.assign(new Error('no'), { code, syscall });

describe('answerFor', () => {
  it('keeps what a DomainError says', () => {
    const errors = [{ pointer: '/a', code: 'REQUIRED', detail: 'must be given' }];
    const error = new DomainError('rule', 'AGENDA_FROZEN', 'No.', {
      errors,
      headers: { 'X-A': '1' },
      meta: { a: 1 },
    });
    expect(answerFor(error)).toEqual({
      status: 422,
      code: 'AGENDA_FROZEN',
      detail: 'No.',
      errors,
      headers: { 'X-A': '1' },
    });
  });

  it.each([
    ['22021', 400, 'TEXT_NOT_STORABLE'],
    ['22P05', 400, 'TEXT_NOT_STORABLE'],
    ['57014', 503, 'QUERY_TIMEOUT'],
    ['40001', 503, 'DATABASE_BUSY'],
    ['08006', 503, 'DATABASE_UNAVAILABLE'],
    ['57P01', 503, 'DATABASE_UNAVAILABLE'],
    ['53300', 503, 'DATABASE_UNAVAILABLE'],
    ['23505', 500, 'INTERNAL'],
    ['42601', 500, 'INTERNAL'],
  ])('maps SQLSTATE %s, bare and wrapped', (state, status, code) => {
    for (const error of [postgres(state), wrapped(state)]) {
      const answer = answerFor(error);
      expect([answer.status, answer.code]).toEqual([status, code]);
      expect(JSON.stringify(answer)).not.toContain('Maria');
      if (status === 503) expect(answer.headers).toHaveProperty('Retry-After');
    }
  });

  it.each([
    socket('ECONNREFUSED', 'connect'),
    socket('ENOENT', 'connect'),
    new AggregateError([socket('ECONNREFUSED', 'connect')]),
    new Error('timeout exceeded when trying to connect'),
    new Error('Connection terminated unexpectedly'),
  ])('knows a database out of reach (%#)', (error) => {
    expect(answerFor(error)).toMatchObject({ status: 503, code: 'DATABASE_UNAVAILABLE' });
  });

  it.each([
    [socket('ENOENT', 'open'), 500],
    [new Error('Maria'), 500],
    [Object.assign(new Error('Maria'), { status: 400 }), 500],
    ['Maria', 500],
    [null, 500],
    [new NotFoundException('Cannot GET /Maria'), 404],
    [new BadRequestException('Maria'), 400],
    [Object.assign(new Error('Maria'), { status: 413, expose: true }), 413],
    [Object.assign(new Error('Maria'), { status: 400, expose: true, type: 'entity.parse.failed' }), 400],
  ])('answers anything else without its words (%#)', (error, status) => {
    const answer = answerFor(error);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer)).not.toContain('Maria');
  });

  it('makes type and title of the code', () => {
    expect(problemType('HEARING_NOT_FOUND')).toBe('/problems/hearing-not-found');
    expect(problemTitle('HEARING_NOT_FOUND')).toBe('Hearing not found');
  });
});

describe('describeError', () => {
  it('says where and what kind, never the values', () => {
    const cause = new SyntaxError('Unexpected token in "Maria"');
    const described = describeError(
      new Error('Maria', { cause: Object.assign(wrapped('23505'), { cause }) }),
    );
    expect(described).toMatchObject({
      name: 'Error',
      cause: { code: '23505', cause: { name: 'SyntaxError' } },
    });
    expect(described.stack?.[0]).toContain('problem.spec');
    expect(JSON.stringify(described)).not.toContain('Maria');
  });

  it('keeps frames alone, even where the message looks like one', () => {
    expect(JSON.stringify(describeError(new Error('a\n    at Maria (x:1:2)')))).not.toContain('Maria');
  });

  it('keeps what the engine says of our code', () => {
    expect(describeError(new TypeError('x is not a function'))).toMatchObject({
      message: 'x is not a function',
    });
  });
});

describe('sqlState', () => {
  it('is what the server said, not any code', () => {
    expect(sqlState(wrapped('23505'))).toBe('23505');
    expect(sqlState(socket('ECONNREFUSED', 'connect'))).toBeUndefined();
    expect(sqlState(undefined)).toBeUndefined();
  });
});
