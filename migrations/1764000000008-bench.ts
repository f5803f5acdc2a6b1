import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts and who holds them, what a person is known by and reached at, matters and who steps back from them. */
export class Bench1764000000008 implements MigrationInterface {
  name = 'Bench1764000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const COMMISSION = 'hearth_commission, hearth_both';

const UP = [
  'create extension if not exists btree_gist schema access',

  `alter table person
     add column given_name text,
     add column family_name text,
     add column honorific text,
     add column biography text,
     add column url text constraint person_url check (url ~ '^https?://'),
     add column actor_id uuid constraint person_account unique constraint person_actor references actor (id)`,

  `create table person_contact (
     id uuid constraint person_contact_pk primary key default gen_random_uuid(),
     person_id uuid not null constraint person_contact_one unique
       constraint person_contact_person references person (id),
     email text,
     phone text,
     address text,
     note text)`,
  "call access.add_label('person_contact', 'person', 'person_id')",

  `create table post (
     id uuid constraint post_pk primary key default gen_random_uuid(),
     kind text not null constraint post_kind check (kind in ('seat', 'office', 'staff')),
     office text constraint post_office check (office in ('chair', 'vice_chair')),
     label text not null,
     sector_id uuid constraint post_sector references sector (id),
     fillable_by_id uuid constraint post_organisation references organisation (id),
     starts_on date not null,
     ends_on date,
     constraint post_office_kind check (office is null or kind = 'office'),
     constraint post_sector_kind check (sector_id is null or kind = 'seat'),
     constraint post_days check (ends_on >= starts_on),
     constraint post_of_kind unique (id, kind),
     constraint post_one_chair exclude using gist
       (office access.gist_text_ops with =, daterange(starts_on, ends_on, '[]') with &&) where (office = 'chair'))`,
  "call access.add_label('post')",
  'create index post_label on post (label, id)',

  `create table membership (
     id uuid constraint membership_pk primary key default gen_random_uuid(),
     person_id uuid not null constraint membership_person references person (id),
     post_id uuid not null,
     kind text not null,
     starts_on date not null,
     ends_on date,
     acting boolean not null default false,
     appointed_by_id uuid constraint membership_organisation references organisation (id),
     succeeds_id uuid constraint membership_succeeds references membership (id),
     end_reason text constraint membership_end_reason
       check (end_reason in ('expired', 'resigned', 'removed', 'died', 'succeeded')),
     constraint membership_post foreign key (post_id, kind) references post (id, kind),
     constraint membership_days check (ends_on >= starts_on),
     constraint membership_ended check (end_reason is null or ends_on is not null),
     constraint membership_post_taken exclude using gist
       (post_id access.gist_uuid_ops with =, daterange(starts_on, ends_on, '[]') with &&),
     constraint membership_one_seat exclude using gist
       (person_id access.gist_uuid_ops with =, daterange(starts_on, ends_on, '[]') with &&) where (kind = 'seat'))`,
  // A term is seen as far as its person is, and follows when they are listed or taken back.
  "call access.add_label('membership', 'person', 'person_id')",
  'create index membership_person on membership (person_id, starts_on, id)',

  `create table matter (
     id uuid constraint matter_pk primary key default gen_random_uuid(),
     title text not null,
     description text,
     closed boolean not null default false)`,
  "call access.add_label('matter')",
  // It wears itself: whoever steps back from a closed matter does not read on in it.
  'alter table matter add constraint matter_own check (matter_id is not distinct from id)',
  'create index matter_title on matter (title, id)',

  `create table recusal (
     id uuid constraint recusal_pk primary key default gen_random_uuid(),
     person_id uuid not null constraint recusal_person references person (id),
     reason text not null,
     starts_at timestamptz(3) not null default now(),
     ends_at timestamptz(3),
     constraint recusal_order check (ends_at > starts_at))`,
  // The label's own column is what it hangs on.
  "call access.add_label('recusal', 'matter', 'matter_id')",
  `alter table recusal
     add constraint recusal_matter foreign key (matter_id) references matter (id),
     add constraint recusal_matter_given check (matter_id is not null),
     add constraint recusal_once exclude using gist
       (person_id access.gist_uuid_ops with =, matter_id access.gist_uuid_ops with =,
        tstzrange(starts_at, ends_at) with &&)`,
  'create index recusal_by_person on recusal (person_id, starts_at, id)',
  'create index recusal_by_matter on recusal (matter_id)',

  // --- accounts of people ----------------------------------------------------------------------------
  `grant select (actor_id), update (actor_id) on person to hearth_index`,
  `grant select (person_id, starts_at, ends_at) on recusal to hearth_index`,
  'grant select, insert, delete on access.recusal to hearth_index',
  `create function access.linked_person() returns uuid
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select p.id from public.person p where p.actor_id = access.person() $$`,
  `create function access.actor_of(person_id uuid) returns table (person uuid, actor uuid)
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     select p.id, p.actor_id from public.person p where p.id = person_id for update $$`,
  `create function access.link_person(person_id uuid, actor uuid) returns void
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     update public.person p set actor_id = actor where p.id = person_id $$`,
  // The gate reads access.recusal: what is entered here counts there from the same transaction on.
  `create function access.copy_recusal() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin
       -- Whoever is linking this person's account is waited for, else neither would see the other's row.
       perform from public.person p where p.id = new.person_id for key share;
       delete from access.recusal r where r.id = new.id;
       insert into access.recusal (id, person, matter, starts_at, ends_at)
       select new.id, p.actor_id, new.matter_id, new.starts_at, coalesce(new.ends_at, 'infinity')
         from public.person p where p.id = new.person_id and p.actor_id is not null;
       return null;
     end $$`,
  `create function access.copy_recusals() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin
       delete from access.recusal r using public.recusal c where c.id = r.id and c.person_id = new.id;
       insert into access.recusal (id, person, matter, starts_at, ends_at)
       select c.id, new.actor_id, c.matter_id, c.starts_at, coalesce(c.ends_at, 'infinity')
         from public.recusal c where c.person_id = new.id and new.actor_id is not null;
       return null;
     end $$`,
  `create function access.forget_recusal() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     begin
       delete from access.recusal r where r.id = old.id;
       return null;
     end $$`,
  `create trigger recusal_copy after insert or update on recusal
     for each row execute function access.copy_recusal()`,
  `create trigger recusal_forget after delete on recusal
     for each row execute function access.forget_recusal()`,
  `create trigger person_link after update on person for each row
     when (old.actor_id is distinct from new.actor_id) execute function access.copy_recusals()`,
  'grant create on schema access to hearth_index',
  ...[
    'linked_person()',
    'actor_of(uuid)',
    'link_person(uuid, uuid)',
    'copy_recusal()',
    'copy_recusals()',
    'forget_recusal()',
  ].map((signature) => `alter function access.${signature} owner to hearth_index`),
  'revoke create on schema access from hearth_index',
  `grant execute on function access.linked_person() to hearth_staff, ${COMMISSION}`,
  // Accounts are linked at the command line, by whoever owns the database.
  'grant execute on function access.actor_of(uuid), access.link_person(uuid, uuid) to current_user',
  // Members enter their own recusals. Ending one gives sight back, so that is a clerk's.
  'grant insert on recusal to hearth_commission',
  `create policy recusal_own on recusal for insert to ${COMMISSION}
     with check (person_id = (select access.linked_person()))`,
];

const DOWN = [
  'delete from access.recusal r using recusal c where c.id = r.id',
  // A row about a table that is gone would break every later change of its parent's label.
  "delete from access.tree where child::text in ('recusal', 'membership', 'person_contact')",
  'drop table recusal, matter, membership, post, person_contact cascade',
  'drop trigger person_link on person',
  `drop function access.linked_person(), access.actor_of(uuid), access.link_person(uuid, uuid),
     access.copy_recusal(), access.copy_recusals(), access.forget_recusal()`,
  'revoke select (actor_id), update (actor_id) on person from hearth_index',
  'revoke select, insert, delete on access.recusal from hearth_index',
  `alter table person drop column given_name, drop column family_name, drop column honorific,
     drop column biography, drop column url, drop column actor_id`,
  'drop extension btree_gist',
];
