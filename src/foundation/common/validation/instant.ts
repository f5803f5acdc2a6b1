import { ValidateBy } from 'class-validator';

/** RFC 3339, seconds optional: an offset, because a time without one means something else on every machine. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;

/** Whether a text is a moment of the calendar that JavaScript and PostgreSQL read alike, in the years 1000 to 9999. */
export function isInstant(text: unknown): text is string {
  const day = typeof text === 'string' ? INSTANT.exec(text)?.[1] : undefined;
  if (day === undefined) return false;
  const moment = new Date(text as string);
  const midnight = new Date(`${day}T00:00:00Z`);
  // A day that no month has (31 February) is read as one of the next.
  if (Number.isNaN(moment.getTime()) || Number.isNaN(midnight.getTime())) return false;
  const year = moment.getUTCFullYear();
  return midnight.toISOString().startsWith(day) && year >= 1000 && year <= 9999;
}

/** A moment with its offset or `Z`. */
export function Instant(): PropertyDecorator {
  return ValidateBy({
    name: 'instant',
    validator: {
      validate: isInstant,
      defaultMessage: () => 'must be an instant with its offset, like 2016-03-24T09:00:00-07:00',
    },
  });
}
