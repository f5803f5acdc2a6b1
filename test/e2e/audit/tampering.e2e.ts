import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appendFileSync, rmSync } from 'node:fs';
import { Anchorer } from '#src/trust/audit/seal/anchorer.js';
import type { Fault } from '#src/trust/audit/index.js';
import { type AuditWorld, createAuditWorld } from './audit.support.js';

/** Entries of the log under test, in a few checkpoints, the middle and the last of them anchored. */
const CHECKPOINTS = [40, 300, 7, 53];
const SIZE = 400;

/** Moves the places of the leaves from `from` on by `by`, without meeting one another. */
const shift = (from: number, by: number) => [
  `update audit.leaf set position = -position - 1 where position >= ${from}`,
  `update audit.leaf set position = -position - 1 + ${by} where position < 0`,
];
const drop = (position: number) => [
  `delete from audit.entry where id = (select entry_id from audit.leaf where position = ${position})`,
  `delete from audit.leaf where position = ${position}`,
];
const strangerAt = (position: number) =>
  `insert into audit.entry (actor_id, action, subject_kind, xid, at)
   select gen_random_uuid(), 'stranger.made', 'zone', e.xid, e.at - interval '1 ms'
     from audit.entry e join audit.leaf l on l.entry_id = e.id where l.position = ${position}`;

describe('hearth verify', () => {
  let world: AuditWorld;
  let ids: string[];

  beforeAll(async () => {
    world = await createAuditWorld();
    for (const count of CHECKPOINTS) {
      await world.write(count);
      await world.seal();
      await world.app.get(Anchorer).anchor(true);
    }
    ids = (await world.rows<{ id: string }>('select entry_id as id from audit.leaf order by position')).map(
      ({ id }) => id,
    );
    await world.tamper(
      'create schema kept',
      ...['entry', 'leaf', 'subtree', 'checkpoint'].map(
        (table) => `create table kept.${table} as table audit.${table}`,
      ),
    );
  });
  afterAll(() => world.close());

  const restore = () =>
    world.tamper(
      'truncate audit.entry, audit.leaf, audit.subtree, audit.checkpoint',
      ...['entry', 'leaf', 'subtree', 'checkpoint'].map(
        (table) => `insert into audit.${table} select * from kept.${table}`,
      ),
    );
  beforeEach(restore);

  const faultAfter = async (...statements: string[]): Promise<Fault | null> => {
    await world.tamper(...statements);
    return (await world.verify()).fault;
  };

  it('finds nothing where nothing is wrong', async () => {
    expect(ids).toHaveLength(SIZE);
    expect(await world.verify()).toMatchObject({
      fault: null,
      sealed: SIZE,
      checkpoints: 4,
      anchors: 4,
      backlog: { count: 0 },
    });
  });

  it('names the first entry touched, whatever was done to whichever', async () => {
    const place = fc.nat({ max: SIZE - 1 });
    const COLUMNS = [
      "action = 'x.y'",
      'details = \'{"n":-1}\'',
      "at = at + interval '1 ms'",
      'actor_id = null',
      'protected = true',
      "request_id = 'else'",
      'subject_id = null',
      "subject_kind = 'other'",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({
            kind: fc.constant('changed' as const),
            at: place,
            column: fc.constantFrom(...COLUMNS),
          }),
          fc.record({
            kind: fc.constant('removed' as const),
            // Of the last but one, with its place closed, the end might as well be cut off: the place is named all the same.
            at: fc.nat({ max: SIZE - 3 }),
            withLeaf: fc.constantFrom('keep' as const, 'gap' as const, 'closed' as const),
          }),
          fc.record({
            kind: fc.constant('moved' as const),
            at: fc.nat({ max: SIZE - 2 }),
            by: fc.integer({ min: 1, max: SIZE }),
            how: fc.constantFrom('places', 'entries'),
          }),
          fc.record({ kind: fc.constant('inserted' as const), at: place }),
          fc.record({
            kind: fc.constant('cut_off' as const),
            at: fc.integer({ min: 1, max: SIZE - 1 }),
            leaves: fc.boolean(),
          }),
        ),
        async (deed) => {
          await restore();
          const { at } = deed;
          if (deed.kind === 'changed') {
            const fault = await faultAfter(`update audit.entry set ${deed.column} where id = '${ids[at]}'`);
            expect(fault).toMatchObject({ kind: 'changed', position: at, entryId: ids[at] });
          } else if (deed.kind === 'removed') {
            const [entry, leaf] = drop(at) as [string, string];
            const statements = {
              keep: [entry],
              gap: [entry, leaf],
              closed: [entry, leaf, ...shift(at + 1, -1)],
            };
            const fault = await faultAfter(...statements[deed.withLeaf]);
            expect(fault).toMatchObject({
              kind: 'removed',
              position: at,
              entryId: deed.withLeaf === 'keep' ? ids[at] : null,
            });
          } else if (deed.kind === 'moved') {
            const other = Math.min(at + deed.by, SIZE - 1);
            const swapped =
              deed.how === 'places'
                ? `update audit.leaf set position = case position when ${at} then -1 else -2 end where position in (${at}, ${other});
                   update audit.leaf set position = case position when -1 then ${other} else ${at} end where position < 0`
                : `update audit.leaf set entry_id = gen_random_uuid() where position in (${at}, ${other});
                   update audit.leaf set entry_id = case position when ${at} then '${ids[other]}'::uuid else '${ids[at]}' end where position in (${at}, ${other})`;
            const fault = await faultAfter(swapped);
            expect(fault).toMatchObject({ kind: 'moved', position: at, entryId: ids[other] });
          } else if (deed.kind === 'inserted') {
            const fault = await faultAfter(strangerAt(at));
            const [stranger] = await world.rows<{ id: string }>(
              `select id from audit.entry where action = 'stranger.made'`,
            );
            expect(fault).toMatchObject({ kind: 'inserted', position: at, entryId: stranger!.id });
          } else {
            const fault = await faultAfter(
              `delete from audit.entry where id in (select entry_id from audit.leaf where position >= ${at})`,
              ...(deed.leaves
                ? [
                    `delete from audit.leaf where position >= ${at}`,
                    `delete from audit.checkpoint where size > ${at}`,
                  ]
                : []),
            );
            expect(fault).toMatchObject({
              kind: 'cut_off',
              position: at,
              entryId: deed.leaves ? null : ids[at],
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is not fooled by an entry pushed in with a leaf and places made for it', async () => {
    const fault = await faultAfter(
      ...shift(120, 1),
      strangerAt(119),
      `insert into audit.leaf select 120, id, sha256('x') from audit.entry where action = 'stranger.made'`,
    );
    expect(fault).toMatchObject({ kind: 'changed', position: 120 });
  });

  it('needs its seals as well: each of them is checked', async () => {
    expect(await faultAfter(`update audit.checkpoint set root = sha256('x') where size = 347`)).toMatchObject(
      { kind: 'checkpoint', position: 340 },
    );
    await restore();
    expect(await faultAfter('delete from audit.checkpoint where size = 340')).toMatchObject({ position: 40 });
    await restore();
    expect(await faultAfter(`update audit.subtree set hash = sha256('x')`)).toMatchObject({
      kind: 'subtree',
      position: 0,
    });
    await restore();
    expect(await faultAfter(`update audit.leaf set hash = sha256('x') where position = 77`)).toMatchObject({
      kind: 'changed',
      position: 77,
    });
  });

  it('sees by an anchor alone what was made anew as a whole', async () => {
    await world.tamper('truncate audit.entry, audit.leaf, audit.subtree, audit.checkpoint');
    await world.write(SIZE);
    await world.seal();
    expect((await world.verify()).fault).toMatchObject({ kind: 'rewritten', position: 0, until: 40 });
  });

  it('reads past a line that a crash cut off', async () => {
    appendFileSync(world.anchorFile, '{"size": 4');
    await world.write(2);
    await world.seal();
    await world.app.get(Anchorer).anchor(true);
    expect(await world.verify()).toMatchObject({ fault: null, anchors: 5, unreadableAnchors: 1 });
    rmSync(world.anchorFile);
    expect(await world.verify()).toMatchObject({ fault: null, anchors: 0 });
  });
});
