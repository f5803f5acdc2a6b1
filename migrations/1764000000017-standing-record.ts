import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was approved is known to stand by whoever may not read it; another place is news to a calendar. */
export class StandingRecord1764000000017 implements MigrationInterface {
  name = 'StandingRecord1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const STAFF = 'hearth_staff, hearth_both';

/** What a calendar shows of a hearing. */
const TOLD = ['starts_at', 'ends_at', 'time_zone', 'status', 'title'].concat(
  ['name', 'address', 'room', 'accessibility', 'parking'].map((field) => `venue_${field}`),
);
const PLACE_TOLD = ['kind', 'name', 'room', 'address', 'accessibility', 'parking', 'url', 'dial_in'].concat([
  'public_access',
  'closed',
  'withdrawn',
]);

const row = (alias: string, columns: readonly string[]): string =>
  `(${columns.map((column) => `${alias}.${column}`).join(', ')})`;
const differs = (columns: readonly string[]): string =>
  `${row('old', columns)} is distinct from ${row('new', columns)}`;

const sequence = (grows: string): string => `create or replace function hearing_sequence() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    new.sequence := old.sequence + case when ${grows} then 1 else 0 end;
    return new;
  end $$`;

/** A change of a place stands on the reason that the place keeps. */
const late = (but: string, how = ''): string[] => [
  'alter table hearing_notice drop constraint hearing_notice_late',
  `alter table hearing_notice add constraint hearing_notice_late check (not late or ${but}exception_citation is not null)${how}`,
];

const UP = [
  ...late(`kind = 'change' or `),

  // Nobody withdraws what approved the closed minute book because they may not read that.
  'grant select (book, status, approved_motion_id) on minutes to hearth_index',
  `create function access.minutes_stand(hearing uuid, book text) returns boolean
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select exists (select from public.minutes m
                     where m.hearing_id = $1 and m.book = $2 and m.status = 'approved') $$`,
  `create function access.minutes_stand_by(motion uuid) returns boolean
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select exists (select from public.minutes m where m.approved_motion_id = $1) $$`,
  'grant create on schema access to hearth_index',
  'alter function access.minutes_stand(uuid, text) owner to hearth_index',
  'alter function access.minutes_stand_by(uuid) owner to hearth_index',
  'revoke create on schema access from hearth_index',
  `revoke all on function access.minutes_stand(uuid, text), access.minutes_stand_by(uuid) from public`,
  `grant execute on function access.minutes_stand(uuid, text), access.minutes_stand_by(uuid) to ${STAFF}`,

  sequence(`${differs(TOLD)} or new.sequence > old.sequence`),
  `create function hearing_place_sequence() returns trigger
     language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       if (case when tg_op = 'INSERT' then not new.closed
               else not (old.closed and new.closed) and ${differs(PLACE_TOLD)} end) then
         update public.hearing h set sequence = h.sequence + 1 where h.id = new.hearing_id and h.noticed_at is not null;
       end if;
       return null;
     end $$`,
  `create trigger hearing_place_sequence after insert or update on hearing_place
     for each row execute function hearing_place_sequence()`,
];

const DOWN = [
  // Notices that were given are never changed.
  ...late('', ' not valid'),
  'drop trigger hearing_place_sequence on hearing_place',
  'drop function hearing_place_sequence()',
  sequence(differs(TOLD)),
  'drop function access.minutes_stand(uuid, text)',
  'drop function access.minutes_stand_by(uuid)',
  'revoke select (book, status, approved_motion_id) on minutes from hearth_index',
];
