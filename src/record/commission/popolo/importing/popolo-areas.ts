import { COUNTIES } from '../../zones/counties.js';
import { idOf } from './popolo-ids.js';
import type { PopoloRemark } from './popolo-problems.js';
import type { CountyRecord, Placed, PopoloRecords, ZoneRecord } from './popolo-records.js';
import type { PopoloFile } from './popolo-shape.js';

type Area = PopoloFile['areas'][number];

/** Zones, and the counties that lie in them. Other areas have no place here. */
export function areasOf(
  areas: readonly Area[],
  problems: PopoloRemark[],
  remarks: PopoloRemark[],
): Pick<PopoloRecords, 'zones' | 'counties'> {
  const zones: Placed<ZoneRecord>[] = [];
  const counties: Placed<CountyRecord>[] = [];
  const isZone = new Set(areas.filter(({ classification }) => classification === 'zone').map(({ id }) => id));
  const numbers = new Set<number>();
  const drawn = new Set<string>();
  const once = <T>(taken: Set<T>, value: T, pointer: string): void => {
    if (taken.has(value)) problems.push({ pointer, code: 'TWICE', detail: 'is taken by another area' });
    taken.add(value);
  };
  for (const [i, area] of areas.entries()) {
    const pointer = `/areas/${i}`;
    if (area.classification === 'zone') {
      const number = Number(identifierOf(area, 'zone') ?? Number.NaN);
      if (!Number.isInteger(number) || number < 1 || number > 999) {
        const detail = 'must hold the number of the zone, 1 to 999, under the scheme zone';
        problems.push({ pointer: `${pointer}/identifiers`, code: 'ZONE_NUMBER', detail });
        continue;
      }
      once(numbers, number, `${pointer}/identifiers`);
      zones.push({ pointer, record: { id: idOf('area', area.id), number, name: area.name } });
    } else if (area.classification === 'county') {
      const fips = identifierOf(area, 'fips') ?? '';
      if (!COUNTIES.has(fips)) {
        const detail = 'must hold the code of a county of California under the scheme fips';
        problems.push({ pointer: `${pointer}/identifiers`, code: 'COUNTY', detail });
      } else if (area.parent_id === undefined || !isZone.has(area.parent_id)) {
        const detail = 'names no zone of this file';
        problems.push({ pointer: `${pointer}/parent_id`, code: 'UNKNOWN_REFERENCE', detail });
      } else {
        once(drawn, fips, `${pointer}/identifiers`);
        counties.push({ pointer, record: { fips, zoneId: idOf('area', area.parent_id) } });
      }
    } else {
      remarks.push({ pointer, code: 'NOT_TAKEN', detail: 'is neither a zone nor a county and is left out' });
    }
  }
  const ids = new Set<string>();
  for (const { pointer, record } of zones) once(ids, record.id, `${pointer}/id`);
  return { zones, counties };
}

const identifierOf = (area: Area, scheme: string): string | undefined =>
  area.identifiers?.find((one) => one.scheme === scheme)?.identifier;
