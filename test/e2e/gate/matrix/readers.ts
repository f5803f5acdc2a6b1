import type { TestApp } from '../../../support/test-app.js';

/** Everybody who may ask, by one name each. */
export const READERS = [
  'public',
  'clerk',
  'intake',
  'privacy_reviewer',
  'custodian',
  'counsel',
  'commissioner',
  'chair',
  'admin',
  'integrator',
] as const;
export type Reader = (typeof READERS)[number];

export type Headers = Readonly<Record<string, string>>;

/** A session each; an integrator, which is a program, has a key. */
export async function everyReader(hearth: TestApp): Promise<Record<Reader, Headers>> {
  const entries = await Promise.all(
    READERS.map(async (reader): Promise<[Reader, Headers]> => {
      if (reader === 'public') return [reader, {}];
      if (reader === 'integrator') return [reader, { Authorization: await hearth.bearer('integrator') }];
      return [reader, (await hearth.person([reader])).headers];
    }),
  );
  return Object.fromEntries(entries) as Record<Reader, Headers>;
}
