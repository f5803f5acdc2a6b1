import { z } from 'zod';
import { pointerOf, PopoloRefusal, type PopoloRemark } from './popolo-problems.js';
import { type PopoloFile, popoloShape } from './popolo-shape.js';

const READS = popoloShape(z.object);
// Of the same fields, so that one form stands for both.
const COMPLAINS = popoloShape(z.strictObject as typeof z.object);

export interface ReadPopolo {
  readonly file: PopoloFile;
  /** Fields that have no place here, one remark for each. */
  readonly remarks: readonly PopoloRemark[];
}

/** @throws PopoloRefusal when it is not of the form, with every place that is not */
export function readPopolo(given: unknown): ReadPopolo {
  const read = READS.safeParse(given, { reportInput: true });
  if (!read.success) throw new PopoloRefusal(read.error.issues.map(problemOf));
  const strict = COMPLAINS.safeParse(given);
  return { file: read.data, remarks: strict.success ? [] : strict.error.issues.flatMap(remarksOf) };
}

/** @throws PopoloRefusal when the text is no JSON */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new PopoloRefusal([{ pointer: '', code: 'JSON', detail: `is no JSON: ${String(error)}` }]);
  }
}

function problemOf({ path, code, message, ...issue }: z.core.$ZodIssue): PopoloRemark {
  const isMissing = code === 'invalid_type' && 'input' in issue && issue.input === undefined;
  return { pointer: pointerOf(path), code: isMissing ? 'REQUIRED' : 'FORM', detail: message };
}

function remarksOf(issue: z.core.$ZodIssue): PopoloRemark[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.map((key) => ({
    pointer: pointerOf([...issue.path, key]),
    code: 'NOT_TAKEN',
    detail: 'has no place here and is left out',
  }));
}
