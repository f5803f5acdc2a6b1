import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one index that all rooms write to in their own transaction: a table for each audience, opened by grant
 * alone, because any condition in a policy would take the word index away (docs/search.md).
 */
export class Search1764000000005 implements MigrationInterface {
  name = 'Search1764000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const OPEN_TO: Record<string, string> = {
  public: 'hearth_public, hearth_staff, hearth_commission, hearth_both',
  chamber: 'hearth_staff, hearth_commission, hearth_both',
  commission: 'hearth_commission, hearth_both',
  desk: 'hearth_staff, hearth_both',
};

const AUDIENCES = Object.keys(OPEN_TO);

const configuration = (name: string, copy: string, stem: string): string[] => [
  `create text search configuration search.${name} (copy = pg_catalog.${copy})`,
  `alter text search configuration search.${name}
     alter mapping for asciihword, asciiword, hword_asciipart, hword, hword_part, word with search.unaccent, ${stem}`,
];

const partition = (audience: string): string[] => [
  `create table search.entry_${audience} partition of search.entry for values in ('${audience}')
     with (toast_tuple_target = 128)`,
  `alter table search.entry_${audience} alter column words set storage external`,
  `create index entry_${audience}_words on search.entry_${audience} using gin (words) with (fastupdate = off)`,
  `create index entry_${audience}_recent on search.entry_${audience} (happened_at desc, source_id, number)`,
  `create index entry_${audience}_source on search.entry_${audience} (source_id)`,
  `create index entry_${audience}_hearing on search.entry_${audience} (hearing_id)`,
  `create table search.word_${audience} partition of search.word for values in ('${audience}')`,
  `create index word_${audience}_likeness on search.word_${audience} using gist (word search.gist_trgm_ops)`,
  ...['entry', 'word'].flatMap((table) => [
    `alter table search.${table}_${audience} enable row level security, force row level security`,
    `create policy keeper on search.${table}_${audience} to hearth_index using (true) with check (true)`,
    `create policy open on search.${table}_${audience} for select to ${OPEN_TO[audience]} using (true)`,
    `grant select on search.${table}_${audience} to ${OPEN_TO[audience]}`,
    `alter table search.${table}_${audience} owner to hearth_index`,
  ]),
];

const UP = [
  'create schema search',
  'create extension if not exists unaccent schema search',
  'create extension if not exists pg_trgm schema search',
  'grant usage on schema search to hearth_public, hearth_staff, hearth_commission, hearth_both, hearth_index',
  'grant create on schema search to hearth_index',
  'grant execute on all functions in schema search to hearth_public, hearth_staff, hearth_commission, hearth_both, hearth_index',
  ...configuration('en', 'english', 'english_stem'),
  ...configuration('es', 'spanish', 'spanish_stem'),
  ...configuration('other', 'simple', 'simple'),

  `create table search.entry (
     audience audience not null,
     source text not null,
     source_id uuid not null,
     number integer not null,
     kind text not null,
     hearing_id uuid,
     happened_at timestamptz(3) not null,
     language text not null,
     title text not null,
     body text not null,
     speakers text[] not null default '{}',
     positions text[] not null default '{}',
     first_cue integer,
     last_cue integer,
     words tsvector not null,
     label audience not null,
     protected boolean not null,
     opens_at timestamptz(3) not null,
     closes_at timestamptz(3) not null,
     matter_id uuid,
     primary key (audience, source_id, number)
   ) partition by list (audience)`,
  `create table search.word (
     audience audience not null,
     word text not null,
     primary key (audience, word)
   ) partition by list (audience)`,
  ...['entry', 'word'].flatMap((table) => [
    `alter table search.${table} enable row level security, force row level security`,
    `create policy keeper on search.${table} to hearth_index using (true) with check (true)`,
  ]),
  ...AUDIENCES.flatMap(partition),
  'alter table search.entry owner to hearth_index',
  'alter table search.word owner to hearth_index',
  // Which tables' records may have entries.
  'create table search.source (name text primary key)',
  'grant select on search.source to hearth_index',

  `create function search.configuration(language text) returns regconfig language sql immutable parallel safe
     return case language when 'en' then 'search.en'::regconfig when 'es' then 'search.es'::regconfig
                          else 'search.other'::regconfig end`,
  `create function search.fold(word text) returns text language sql immutable parallel safe
     set search_path = search, pg_catalog, pg_temp return lower(search.unaccent('search.unaccent'::regdictionary, word))`,

  `create function search.learn(of audience, body text) returns void
     language sql volatile set search_path = pg_catalog, pg_temp as $$
     insert into search.word (audience, word)
     select distinct of, w from regexp_split_to_table(search.fold(body), '[^[:alpha:]]+') w
      where length(w) between 4 and 40
     on conflict do nothing
     $$`,
  // All entries of one record, replacing those before. Words come from the room, the audience from the record itself.
  `create function search.put(from_source text, id uuid, entries jsonb) returns void
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare l record; place public.audience;
     begin
       if not exists (select from search.source s where s.name = from_source) then
         raise exception 'no such source' using errcode = '42501';
       end if;
       execute format('select audience, protected, opens_at, closes_at, matter_id,
           (%s or x.written_in = pg_current_xact_id_if_assigned()::text::bigint) as may
         from public.%I x where x.id = $1', access.clause('edit', 'x'), from_source) into l using id;
       if l.audience is null or not l.may then
         raise exception 'no such record' using errcode = '42501';
       end if;
       delete from search.entry e where e.source_id = id;
       place := access.effective(l.audience, l.protected, l.opens_at, l.closes_at);
       if place in ('desk', 'chamber', 'commission', 'public') then
         insert into search.entry (audience, source, source_id, number, kind, hearing_id, happened_at, language, title,
             body, speakers, positions, first_cue, last_cue, words, label, protected, opens_at, closes_at, matter_id)
         select place, from_source, id, e.number, e.kind, e.hearing_id, e.happened_at, e.language, e.title,
                e.body, coalesce(e.speakers, '{}'), coalesce(e.positions, '{}'), e.first_cue, e.last_cue,
                to_tsvector(search.configuration(e.language),
                  -- A passage bears its hearing's title, which is not said in it.
                  case when e.kind = 'passage' then e.body else e.title || E'\\n' || e.body end),
                l.audience, l.protected, l.opens_at, l.closes_at, l.matter_id
           from jsonb_to_recordset(entries) as e(number int, kind text, hearing_id uuid, happened_at timestamptz,
                language text, title text, body text, speakers text[], positions text[], first_cue int, last_cue int);
         perform search.learn(place, string_agg(e.title || ' ' || e.body, ' ')) from search.entry e
           where e.source_id = id and e.audience = place;
       end if;
     end $$`,
  `create function search.follow_label() returns trigger
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare place public.audience;
     begin
       if tg_op = 'DELETE' then
         delete from search.entry e where e.source_id = old.id;
         return null;
       end if;
       place := access.effective(new.audience, new.protected, new.opens_at, new.closes_at);
       if place in ('desk', 'chamber', 'commission', 'public') then
         update search.entry e set audience = place, label = new.audience, protected = new.protected,
                opens_at = new.opens_at, closes_at = new.closes_at, matter_id = new.matter_id
          where e.source_id = new.id;
         perform search.learn(place, string_agg(e.title || ' ' || e.body, ' ')) from search.entry e
           where e.source_id = new.id and e.audience = place having count(*) > 0;
       else
         delete from search.entry e where e.source_id = new.id;
       end if;
       return null;
     end $$`,
  // Embargoes that ended and consents that ran out since the last call; how many entries moved.
  `create function search.follow_windows() returns integer
     language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
     declare moved integer; gone integer;
     begin
       delete from search.entry e
        where (e.opens_at > '-infinity' or e.closes_at < 'infinity')
          and access.effective(e.label, e.protected, e.opens_at, e.closes_at)
              not in ('desk', 'chamber', 'commission', 'public');
       get diagnostics gone = row_count;
       with swept as (
         update search.entry e set audience = access.effective(e.label, e.protected, e.opens_at, e.closes_at)
          where (e.opens_at > '-infinity' or e.closes_at < 'infinity')
            and e.audience <> access.effective(e.label, e.protected, e.opens_at, e.closes_at)
         returning e.audience, e.title || ' ' || e.body as said)
       select count(*), count(search.learn(audience, said)) into moved from swept;
       return moved + gone;
     end $$`,
  // A hearing was moved in time: everything said at it moves along.
  `create function search.shift(of_hearing uuid, by interval) returns void
     language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
     update search.entry e set happened_at = e.happened_at + by where e.hearing_id = of_hearing
     $$`,
  `create procedure search.attach(t regclass) language plpgsql set search_path = pg_catalog as $$
     begin
       insert into search.source select relname from pg_class where oid = t;
       execute format('create trigger search_follow after delete on %s
         for each row execute function search.follow_label()', t);
       execute format('create trigger search_follow_label after update on %s for each row
         when ((old.audience, old.protected, old.opens_at, old.closes_at, old.matter_id)
           is distinct from (new.audience, new.protected, new.opens_at, new.closes_at, new.matter_id))
         execute function search.follow_label()', t);
     end $$`,
  ...['hearing', 'agenda_item', 'witness', 'testimony', 'transcript'].map(
    (t) => `call search.attach('${t}')`,
  ),

  'grant execute on function access.clause(text, text) to hearth_index',
  ...[
    'search.put(text, uuid, jsonb)',
    'search.follow_label()',
    'search.follow_windows()',
    'search.shift(uuid, interval)',
  ].map((signature) => `alter function ${signature} owner to hearth_index`),
  'grant execute on function search.learn(audience, text), search.configuration(text), search.fold(text) to hearth_index',
  `grant execute on function search.configuration(text), search.fold(text)
     to hearth_public, hearth_staff, hearth_commission, hearth_both`,
  'grant execute on function search.put(text, uuid, jsonb), search.shift(uuid, interval) to hearth_staff, hearth_both',
  'grant usage on schema search to hearth_app',
  'grant execute on function search.follow_windows() to hearth_app',
  'revoke create on schema search from hearth_index',
];

const DOWN = `do $$
  declare t text;
  begin
    for t in select name from search.source loop
      execute format('drop trigger search_follow on %I', t);
      execute format('drop trigger search_follow_label on %I', t);
    end loop;
    drop schema search cascade;
  end $$`;
