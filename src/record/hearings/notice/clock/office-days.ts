import { Temporal } from 'temporal-polyfill';

const SATURDAY = 6;
const SUNDAY = 7;

/** Of those in Gov. Code 6700 the days on which the offices of the State of California are closed (Gov. Code 19853(a)). */
const FIXED: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [3, 31],
  [7, 4],
  [11, 11],
  [12, 25],
];

/**
 * Whether the offices of the state are closed on this day, weekends aside. The days that a governor appoints in one
 * year stand in no rule and are not here.
 */
export function isStateHoliday(date: Temporal.PlainDate): boolean {
  return isMoving(date) || isFixed(date) || isInLieu(date);
}

export function isOfficeDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek < SATURDAY && !isStateHoliday(date);
}

/** The day itself when the offices are open on it, else the last one before it when they are. */
export function officeDayAtOrBefore(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date;
  while (!isOfficeDay(day)) day = day.subtract({ days: 1 });
  return day;
}

/** The day itself when the offices are open on it, else the first one after it when they are. */
export function officeDayAtOrAfter(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date;
  while (!isOfficeDay(day)) day = day.add({ days: 1 });
  return day;
}

function isFixed({ month, day }: Temporal.PlainDate): boolean {
  return FIXED.some(([ofMonth, ofDay]) => month === ofMonth && day === ofDay);
}

/** A Sunday's holiday is kept on the Monday, Veterans Day on a Saturday the day before (Gov. Code 6701, 19853(b)). */
function isInLieu(date: Temporal.PlainDate): boolean {
  const eve = date.subtract({ days: 1 });
  if (eve.dayOfWeek === SUNDAY && isFixed(eve)) return true;
  return date.month === 11 && date.day === 10 && date.dayOfWeek === SATURDAY - 1;
}

function isMoving(date: Temporal.PlainDate): boolean {
  const { month, dayOfWeek } = date;
  if (dayOfWeek === 1) {
    if (month === 1 || month === 2) return weekOf(date) === 3;
    if (month === 5) return date.add({ days: 7 }).month === 6;
    return month === 9 && weekOf(date) === 1;
  }
  if (month !== 11) return false;
  // Thanksgiving, and the Friday after it, which may be in the fifth week.
  if (dayOfWeek === 4) return weekOf(date) === 4;
  return dayOfWeek === 5 && weekOf(date.subtract({ days: 1 })) === 4;
}

/** The how manieth of its weekday in its month. */
function weekOf({ day }: Temporal.PlainDate): number {
  return Math.ceil(day / 7);
}
