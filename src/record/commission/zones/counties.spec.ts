import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import { COUNTIES } from './counties.js';

interface Atlas {
  objects: { counties: { geometries: { id: string; properties: { name: string } }[] } };
}

it('are the counties of the atlas whose code begins with the state’s', () => {
  const file = createRequire(import.meta.url).resolve('us-atlas/counties-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const californian = atlas.objects.counties.geometries
    .filter(({ id }) => id.startsWith('06'))
    .map(({ id, properties }): [string, string] => [id, properties.name]);
  expect([...COUNTIES]).toEqual(californian.toSorted(([one], [other]) => one.localeCompare(other)));
  expect(COUNTIES.size).toBe(58);
});
