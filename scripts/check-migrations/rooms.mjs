import { existsSync, readdirSync } from 'node:fs';

const source = new URL('../../dist/src/', import.meta.url);
const floors = ['deliberation', 'record', 'holdings', 'trust'];

/** Table -> room, by the `<ROOM>_ENTITIES` of each room's index; says which of them the program's list forgets. */
export async function roomsOf(dataSource, faults) {
  const rooms = new Map();
  for (const room of floors.flatMap(indexesOn)) {
    for (const entity of await entitiesOf(room)) {
      if (!dataSource.hasMetadata(entity)) faults.push(`src/entities.ts lacks ${entity.name} of ${room}`);
      else rooms.set(dataSource.getMetadata(entity).tableName, room);
    }
  }
  return rooms;
}

function indexesOn(floor) {
  const folder = new URL(`${floor}/`, source);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.js`, folder)))
    .map((entry) => `${floor}/${entry.name}`);
}

async function entitiesOf(room) {
  const exported = await import(new URL(`${room}/index.js`, source).href);
  return Object.entries(exported).flatMap(([name, value]) => (name.endsWith('_ENTITIES') ? value : []));
}
