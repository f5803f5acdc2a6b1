import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The commission itself, its sectors, its co-sponsors and other bodies beside it, the counties of its zones. */
export class Commission1764000000007 implements MigrationInterface {
  name = 'Commission1764000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table zone_county, organisation, sector, commission cascade');
  }
}

const UP = [
  `create table commission (
     id uuid constraint commission_pk primary key default gen_random_uuid()
       constraint commission_one check (id = 'c0000000-0000-4000-8000-000000000001'),
     name text not null,
     mandate text,
     founded_on date,
     dissolved_on date,
     legal_profile text not null default 'none' constraint commission_legal_profile
       check (legal_profile in ('none', 'bagley_keene', 'brown')),
     quorum integer constraint commission_quorum check (quorum >= 1),
     time_zone text not null default 'America/Los_Angeles',
     language text not null default 'en',
     constraint commission_days check (dissolved_on >= founded_on))`,
  "call access.add_label('commission')",
  'revoke insert, delete on commission from hearth_staff, hearth_both',
  // The policies name callers, and whoever migrates is none.
  'alter table commission no force row level security',
  `insert into commission (id, name, own_audience, protected)
     values ('c0000000-0000-4000-8000-000000000001', 'The commission', 'public', false)`,
  'alter table commission force row level security',

  `create table sector (
     id uuid constraint sector_pk primary key default gen_random_uuid(),
     key text not null constraint sector_key unique,
     name text not null,
     description text,
     started_on date,
     ended_on date,
     constraint sector_days check (ended_on >= started_on))`,
  "call access.add_label('sector')",
  'create index sector_name on sector (name, id)',

  `create table organisation (
     id uuid constraint organisation_pk primary key default gen_random_uuid(),
     name text not null,
     kind text not null constraint organisation_kind check (kind in ('co_sponsor', 'endorser', 'other')),
     description text,
     url text constraint organisation_url check (url ~ '^https?://'),
     since date,
     until date,
     listed boolean not null default false,
     constraint organisation_days check (until >= since))`,
  "call access.add_label('organisation')",
  'create index organisation_name on organisation (name, id)',

  // The key keeps a county in one zone, whoever else is at it.
  `create table zone_county (
     fips text constraint zone_county_pk primary key constraint zone_county_fips check (fips ~ '^06[0-9]{3}$'),
     zone_id uuid not null constraint zone_county_zone references zone (id) on delete cascade)`,
  'create index zone_county_by_zone on zone_county (zone_id, fips)',
  "call access.follow_parent('zone_county', 'zone', 'zone_id')",
];
