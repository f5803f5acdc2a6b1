import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The gate: labels, rules, and the one policy shape that every table with records wears
 * (docs/labels.md). Later migrations call `access.add_label` and `access.follow_parent`.
 */
export class AccessGate1764000000001 implements MigrationInterface {
  name = 'AccessGate1764000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema access cascade');
    await runner.query('drop type audience');
    await runner.query('alter default privileges grant execute on functions to public');
  }
}

const SIGNED_IN = 'hearth_staff, hearth_commission, hearth_both';

const UP = [
  `do $$ begin
     execute format('revoke temporary, create on database %I from public', current_database());
     execute format('grant connect on database %I to hearth_app, hearth_public', current_database());
   end $$`,
  'revoke create on schema public from public',
  // A process without the owner's login asks which migrations there are.
  'grant select on migration to hearth_app',
  'alter default privileges revoke execute on functions from public',
  `create type audience as enum
     ('nobody', 'desk', 'chamber', 'officials', 'reviewers', 'assigned', 'commission', 'public')`,
  'create schema access',
  `grant usage on schema access to ${SIGNED_IN}, hearth_public, hearth_app, hearth_index`,

  `create table access.rule (
     role text not null,
     verb text not null check (verb in ('read', 'edit', 'place')),
     audience audience not null,
     primary key (role, verb, audience))`,
  `insert into access.rule (role, verb, audience) values
     ('public', 'read', 'public'),
     ('clerk', 'read', 'desk'), ('clerk', 'read', 'chamber'), ('clerk', 'read', 'public'),
     ('clerk', 'edit', 'desk'), ('clerk', 'edit', 'chamber'), ('clerk', 'edit', 'public'),
     ('clerk', 'place', 'desk'), ('clerk', 'place', 'chamber'), ('clerk', 'place', 'public'),
     ('clerk', 'place', 'nobody'),
     ('commissioner', 'read', 'chamber'), ('commissioner', 'read', 'commission'), ('commissioner', 'read', 'public'),
     ('chair', 'read', 'chamber'), ('chair', 'read', 'commission'), ('chair', 'read', 'public')`,
  `create table access.person_role (
     person uuid not null,
     role text not null,
     primary key (person, role))`,
  `create table access.recusal (
     id uuid primary key default gen_random_uuid(),
     person uuid not null,
     matter uuid not null,
     starts_at timestamptz(3) not null default now(),
     ends_at timestamptz(3) not null default 'infinity')`,
  'create index recusal_person on access.recusal (person)',
  // The children of labelled tables, so that a parent's new label reaches them in the same transaction.
  `create table access.tree (
     parent regclass not null,
     child regclass not null,
     foreign_key name not null,
     primary key (child))`,

  // --- who is asking -------------------------------------------------------------------------------
  `create function access.person() returns uuid language sql stable parallel safe
     return nullif(current_setting('hearth.person', true), '')::uuid`,
  `create function access.my_audiences(verb text) returns audience[]
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select coalesce(array_agg(distinct r.audience), '{}')
       from access.rule r
      where r.verb = $1 and access.person() is not null
        and (r.role = 'public'
             or r.role in (select p.role from access.person_role p where p.person = access.person()))
     $$`,
  `create function access.my_recusals() returns uuid[]
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select coalesce(array_agg(r.matter), '{}') from access.recusal r
      where r.person = access.person() and r.starts_at <= now() and now() < r.ends_at
     $$`,

  // --- the words of the label ----------------------------------------------------------------------
  // Outside its window a record goes no further than the people who work on it.
  `create function access.effective(a audience, protected boolean, opens timestamptz, closes timestamptz)
     returns audience language sql stable parallel safe
     return case
       when opens <= now() and now() < closes then a
       when a in ('public', 'commission') and protected then 'assigned'::public.audience
       when a in ('public', 'chamber') then 'desk'::public.audience
       else a end`,
  // The narrower of two audiences. Two ladders meet only in 'public'; where they differ otherwise: nobody.
  `create function access.narrower(a audience, b audience) returns audience
     language sql immutable parallel safe
     return case
       when a = b then a
       when a = 'public' then b
       when b = 'public' then a
       when a in ('desk', 'chamber') and b in ('desk', 'chamber') then 'desk'::public.audience
       when a in ('officials', 'reviewers') and b in ('assigned', 'commission') then a
       when b in ('officials', 'reviewers') and a in ('assigned', 'commission') then b
       when a in ('assigned', 'commission') and b in ('assigned', 'commission') then 'assigned'::public.audience
       else 'nobody'::public.audience end`,

  // --- triggers ------------------------------------------------------------------------------------
  // Owned by hearth_index, which may read and write label columns and no word of a record.
  `create function access.wear_label() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare p record; moved boolean;
     begin
       if tg_op = 'UPDATE' then
         if old.protected and not new.protected then
           raise exception 'a protected record never becomes ordinary' using errcode = '42501';
         end if;
         new.root_id := old.root_id;
         new.matter_id := old.matter_id;
         new.revision := gen_random_uuid();
         new.updated_at := now();
       end if;
       -- A cascade is nobody's writing: it must not open to the writer what they could not see before.
       new.written_in := case when tg_op = 'UPDATE' and pg_trigger_depth() > 1 then old.written_in
                              else pg_current_xact_id()::text::bigint end;
       if tg_nargs = 0 then
         new.root_id := new.id;
         new.audience := new.own_audience;
         new.opens_at := new.own_opens_at;
         new.closes_at := new.own_closes_at;
       else
         if tg_op = 'UPDATE' then
           execute format('select ($1).%1$I is distinct from ($2).%1$I', tg_argv[1]) into moved using old, new;
           if moved then
             raise exception 'a record never moves to another parent' using errcode = '42501';
           end if;
         end if;
         -- A parent that is being relabelled must be waited for: its new label could no longer reach this row.
         execute format('select audience, protected, opens_at, closes_at, matter_id, root_id from %s where id = ($1).%I'
                        || case when tg_op = 'INSERT' then ' for share' else '' end,
                        tg_argv[0], tg_argv[1]) into p using new;
         if p.root_id is null then  -- stands alone, or its parent is gone: its own root
           new.root_id := coalesce(new.root_id, new.id);
           new.audience := new.own_audience;
           new.opens_at := new.own_opens_at;
           new.closes_at := new.own_closes_at;
         else
           new.root_id := p.root_id;
           new.matter_id := p.matter_id;
           new.protected := new.protected or p.protected;
           new.audience := access.narrower(new.own_audience, p.audience);
           new.opens_at := greatest(new.own_opens_at, p.opens_at);
           new.closes_at := least(new.own_closes_at, p.closes_at);
         end if;
       end if;
       return new;
     end $$`,
  `create function access.pass_label_on() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare t record;
     begin
       if (old.audience, old.protected, old.opens_at, old.closes_at, old.matter_id)
          is distinct from (new.audience, new.protected, new.opens_at, new.closes_at, new.matter_id) then
         for t in select child, foreign_key from access.tree where parent = tg_relid loop
           execute format('update %s set own_audience = own_audience where %I = $1', t.child, t.foreign_key) using new.id;
         end loop;
       end if;
       return null;
     end $$`,

  // --- the one shape of every policy ---------------------------------------------------------------
  `create function access.clause(verb text, alias text) returns text language sql immutable as $$
     select format(
       '(access.effective(%1$s.audience, %1$s.protected, %1$s.opens_at, %1$s.closes_at)
           = any ((select access.my_audiences(%2$L))::public.audience[])
         and (%1$s.matter_id is null or %3$s
              or %1$s.matter_id <> all ((select access.my_recusals())::uuid[])))',
       alias, verb,
       case when verb = 'read' then format(
         'access.effective(%1$s.audience, %1$s.protected, %1$s.opens_at, %1$s.closes_at) not in (''chamber'', ''commission'')',
         alias) else 'false' end)
     $$`,
  `create procedure access.add_label(t regclass, parent regclass default null, foreign_key name default null)
     language plpgsql set search_path = pg_catalog as $$
     declare
       bare text := (select relname from pg_class where oid = t);
       args text := case when parent is null then '' else format('%L, %L', parent::text, foreign_key) end;
     begin
       execute format('alter table %s
         add column own_audience public.audience not null default ''nobody'',
         add column own_opens_at timestamptz(3) not null default ''-infinity'',
         add column own_closes_at timestamptz(3) not null default ''infinity'',
         add column audience public.audience not null default ''nobody'',
         add column protected boolean not null default true,
         add column opens_at timestamptz(3) not null default ''-infinity'',
         add column closes_at timestamptz(3) not null default ''infinity'',
         add column matter_id uuid,
         add column root_id uuid not null,
         add column written_in bigint,
         add column revision uuid not null default gen_random_uuid(),
         add column created_at timestamptz(3) not null default now(),
         add column updated_at timestamptz(3) not null default now(),
         add constraint label_ladder check (case when protected
           then audience not in (''desk'', ''chamber'') and own_audience not in (''desk'', ''chamber'')
           else audience in (''nobody'', ''desk'', ''chamber'', ''public'')
            and own_audience in (''nobody'', ''desk'', ''chamber'', ''public'') end)', t);
       execute format('alter table %s enable row level security, force row level security', t);
       execute format('create policy label_public on %s for select to hearth_public
         using (audience = ''public'' and opens_at <= now() and now() < closes_at)', t);
       execute format('create policy label_read on %s for select to ${SIGNED_IN}
         using (%s or written_in = (select pg_current_xact_id_if_assigned()::text::bigint))', t, access.clause('read', bare));
       execute format('create policy label_place on %s for insert to ${SIGNED_IN} with check (%s)',
         t, access.clause('place', bare));
       execute format('create policy label_edit on %s for update to ${SIGNED_IN} using (%s) with check (%s)',
         t, access.clause('edit', bare), access.clause('place', bare));
       execute format('create policy label_delete on %s for delete to ${SIGNED_IN} using (%s)',
         t, access.clause('edit', bare));
       execute format('create policy label_keeper_read on %s for select to hearth_index using (true)', t);
       execute format('create policy label_keeper_write on %s for update to hearth_index using (true) with check (true)', t);
       execute format('grant select on %s to ${SIGNED_IN}, hearth_public', t);
       execute format('grant insert, update, delete on %s to hearth_staff, hearth_both', t);
       execute format('grant select (id, own_audience, audience, protected, opens_at, closes_at, matter_id, root_id, written_in),
         update (own_audience) on %s to hearth_index', t);
       execute format('create trigger label_wear before insert or update on %s
         for each row execute function access.wear_label(%s)', t, args);
       execute format('create trigger label_pass_on after update on %s
         for each row execute function access.pass_label_on()', t);
       if parent is not null then
         insert into access.tree values (parent, t, foreign_key);
         execute format('grant select (%I) on %s to hearth_index', foreign_key, t);
         -- Else a foreign key would accept a child of a hidden parent and refuse one of an absent.
         execute format('create policy label_parent on %1$s as restrictive for insert to ${SIGNED_IN}
           with check (%2$I is null or coalesce((select true from %3$s p where p.id = %4$I.%2$I), false))',
           t, foreign_key, parent, bare);
       end if;
     end $$`,
  // A row that can never be hidden alone (a cue, a version) wears nothing and follows its parent.
  `create procedure access.follow_parent(t regclass, parent regclass, foreign_key name)
     language plpgsql set search_path = pg_catalog as $$
     declare
       fk text := format('%I.%I', (select relname from pg_class where oid = t), foreign_key);
       edits text := format(
         'coalesce((select %s from %s p where p.id = %s), false)', access.clause('edit', 'p'), parent, fk);
     begin
       execute format('alter table %s enable row level security, force row level security', t);
       execute format('create policy follow_read on %1$s for select to hearth_public, ${SIGNED_IN}
         using (coalesce((select true from %2$s p where p.id = %3$s), false))', t, parent, fk);
       execute format('create policy follow_insert on %s for insert to ${SIGNED_IN} with check (%s)', t, edits);
       execute format('create policy follow_update on %s for update to ${SIGNED_IN} using (%s) with check (%s)', t, edits, edits);
       execute format('create policy follow_delete on %s for delete to ${SIGNED_IN} using (%s)', t, edits);
       execute format('grant select on %s to ${SIGNED_IN}, hearth_public', t);
       execute format('grant insert, update, delete on %s to hearth_staff, hearth_both', t);
     end $$`,

  `grant execute on function access.person(), access.my_audiences(text), access.my_recusals(),
     access.effective(audience, boolean, timestamptz, timestamptz), access.narrower(audience, audience)
     to ${SIGNED_IN}, hearth_public, hearth_index`,
  'grant create on schema access to hearth_index',
  'alter function access.wear_label() owner to hearth_index',
  'alter function access.pass_label_on() owner to hearth_index',
  'revoke create on schema access from hearth_index',
  'grant select on access.tree to hearth_index',
];
