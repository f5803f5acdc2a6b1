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
  // One for each language: a match need not be looked at again to know that its words are of the language asked.
  ...['en', 'es', 'other'].map(
    (language) =>
      `create index entry_${audience}_words_${language} on search.entry_${audience} using gin (words)
         with (fastupdate = off) where language = '${language}'`,
  ),
  `create index entry_${audience}_said_by on search.entry_${audience} using gin (said_by) with (fastupdate = off)`,
  `create index entry_${audience}_recent on search.entry_${audience} (happened_at, source_id, number)`,
  `create index entry_${audience}_kind on search.entry_${audience} (kind, happened_at, source_id, number)`,
  `create index entry_${audience}_source on search.entry_${audience} (source_id, number)`,
  `create index entry_${audience}_hearing on search.entry_${audience} (hearing_id, happened_at, source_id, number)`,
  `create index entry_${audience}_window on search.entry_${audience} (source_id)
     where opens_at > '-infinity' or closes_at < 'infinity'`,
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

const SEARCHABLE = `('desk', 'chamber', 'commission', 'public')`;

/** Owned by hearth_index and run as it, whoever calls: the tables' only way in. */
const GUARDED = 'security definer set search_path = pg_catalog, pg_temp';

/** Around a matched word. Private characters, taken out of what is marked: no stored text can forge them. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

const TABLES = [
  `create table search.entry (
     audience audience not null,
     source text not null,
     source_id uuid not null,
     number integer not null,
     kind text not null,
     hearing_id uuid,
     happened_at timestamptz(3) not null,
     language text not null check (language in ('en', 'es', 'other')),
     title text not null,
     body text not null,
     speakers text[] not null,
     positions text[] not null,
     cues integer[],
     -- How many word positions there are up to the end of each line of the body: which cue a word stands in.
     line_ends integer[],
     words tsvector not null,
     said_by tsvector not null,
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
  // Words to learn (of a record) and to forget (of a text that is gone). Written to by every room at once, which
  // is why words do not go to search.word directly: two transactions with the same words would lock each other out.
  `create table search.learning (
     id bigint generated always as identity primary key,
     audience audience not null,
     source_id uuid,
     gone text)`,
  ...['entry', 'word', 'learning'].flatMap((table) => [
    `alter table search.${table} enable row level security, force row level security`,
    `create policy keeper on search.${table} to hearth_index using (true) with check (true)`,
  ]),
  ...AUDIENCES.flatMap(partition),
  ...['entry', 'word', 'learning'].map((table) => `alter table search.${table} owner to hearth_index`),
  // Which tables' records may have entries.
  'create table search.source (name text primary key)',
  'grant select on search.source to hearth_index',
];

/** How texts become words: the same for what is stored and for what is asked. */
const LANGUAGE = [
  `create function search.configuration(language text) returns regconfig language sql immutable parallel safe
     return case language when 'en' then 'search.en'::regconfig when 'es' then 'search.es'::regconfig
                          else 'search.other'::regconfig end`,
  // A passage bears its hearing's title, which is not said in it. A tsvector holds a megabyte at most.
  `create function search.words_of(kind text, language text, title text, body text) returns tsvector
     language sql immutable parallel safe
     return case when kind = 'passage' then to_tsvector(search.configuration(language), left(body, 200000))
       else setweight(to_tsvector(search.configuration(language), left(title, 20000)), 'A')
            || to_tsvector(search.configuration(language), left(body, 200000)) end`,
  // A number at the end of each line tells how many positions the line took, stop words included.
  `create function search.line_ends(language text, body text) returns integer[]
     language sql immutable parallel safe
     return (select array_agg(w.upto order by w.line) from (
       select l.line, (sum((select u.positions[cardinality(u.positions)] - 1
                              from unnest(to_tsvector(search.configuration(language), l.said || ' 77707770777')) u
                             where u.lexeme = '77707770777')) over (order by l.line))::integer as upto
         from unnest(string_to_array(body, E'\\n')) with ordinality as l (said, line)) w)`,
  `create function search.vocabulary(body text) returns setof text
     language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
     select w.word from unnest(tsvector_to_array(to_tsvector('search.other', left(body, 200000)))) as w (word)
      where w.word ~ '^[[:alpha:]]{4,40}$'
     $$`,
  // The whole text, each word that the query names between the two marks.
  `create function search.mark(language text, body text, query tsquery) returns text
     language sql stable parallel safe
     return case when query is null then translate(body, '${OPEN}${CLOSE}', '')
       else ts_headline(search.configuration(language), normalize(translate(body, '${OPEN}${CLOSE}', '')), query,
              'HighlightAll=true, StartSel="${OPEN}", StopSel="${CLOSE}"') end`,
  // The part of the text that answers the query best, its words between the two marks.
  `create function search.excerpt(language text, body text, query tsquery) returns text
     language sql stable parallel safe
     return case when query is null then translate(left(body, 400), '${OPEN}${CLOSE}', '')
       else ts_headline(search.configuration(language), translate(left(body, 50000), '${OPEN}${CLOSE}', ''), query,
              'MaxWords=36, MinWords=18, ShortWord=0, StartSel="${OPEN}", StopSel="${CLOSE}"') end`,
];

/** How entries come in, move and go. */
const WAYS_IN = [
  // Locked: whoever relabels the record meanwhile must find the entries that this puts, and move them.
  // Who may change the record may change its entries; or who has just moved it out of their own sight.
  `create function search.label_of(from_source text, record_id uuid) returns record
     language plpgsql ${GUARDED} as $$
     declare l record;
     begin
       if not exists (select from search.source s where s.name = from_source) then
         raise exception 'no such source' using errcode = '42501';
       end if;
       execute format('select x.audience, x.protected, x.opens_at, x.closes_at, x.matter_id,
           access.effective(x.audience, x.protected, x.opens_at, x.closes_at) as place,
           (%s or x.written_in = pg_current_xact_id_if_assigned()::text::bigint) as may
         from public.%I x where x.id = $1 for share', access.clause('edit', 'x'), from_source) into l using record_id;
       if l.may is not true then
         raise exception 'no such record' using errcode = '42501';
       end if;
       return l;
     end $$`,
  `create function search.remove(record_id uuid) returns void
     language sql volatile ${GUARDED} as $$
     with gone as (
       delete from search.entry e where e.source_id = record_id returning e.audience, e.title || ' ' || e.body as said)
     insert into search.learning (audience, gone)
     select g.audience, string_agg(g.said, ' ') from gone g group by g.audience
     $$`,
  // All entries of one record in the place of those before; what has not changed is left alone.
  // Words come from the room, the audience from the record itself.
  `create function search.put(from_source text, record_id uuid, entries jsonb) returns void
     language plpgsql ${GUARDED} as $$
     declare l record := search.label_of(from_source, record_id);
     begin
       if l.place not in ${SEARCHABLE} then
         perform search.remove(record_id);
         return;
       end if;
       with given as materialized (
         select g.*, case when from_source = 'hearing' then record_id else g.of_hearing end as hearing_id
           from jsonb_to_recordset(entries) as g(number int, kind text, of_hearing uuid, happened_at timestamptz(3),
                language text, title text, body text, speakers text[], positions text[], cues int[])),
       gone as (
         delete from search.entry e
          where e.source_id = record_id and not exists (
            select from given g
             where e.audience = l.place and e.number = g.number
               and (e.kind, e.hearing_id, e.happened_at, e.language, e.title, e.body, e.speakers, e.positions, e.cues)
                   is not distinct from
                   (g.kind, g.hearing_id, g.happened_at, g.language, g.title, g.body, g.speakers, g.positions, g.cues))
         returning e.audience, e.title || ' ' || e.body as said)
       insert into search.learning (audience, gone)
       select g.audience, string_agg(g.said, ' ') from gone g group by g.audience;
       insert into search.entry (audience, source, source_id, number, kind, hearing_id, happened_at, language, title,
           body, speakers, positions, cues, line_ends, words, said_by, label, protected, opens_at, closes_at, matter_id)
       select l.place, from_source, record_id, g.number, g.kind,
              case when from_source = 'hearing' then record_id else g.of_hearing end, g.happened_at, g.language, g.title,
              g.body, g.speakers, g.positions, g.cues,
              case when g.kind = 'passage' then search.line_ends(g.language, g.body) end,
              search.words_of(g.kind, g.language, g.title, g.body),
              to_tsvector('search.other', array_to_string(g.speakers, E'\\n')),
              l.audience, l.protected, l.opens_at, l.closes_at, l.matter_id
         from jsonb_to_recordset(entries) as g(number int, kind text, of_hearing uuid, happened_at timestamptz(3),
              language text, title text, body text, speakers text[], positions text[], cues int[])
        where not exists (select from search.entry e
                           where e.source_id = record_id and e.audience = l.place and e.number = g.number);
       if found then
         insert into search.learning (audience, source_id) values (l.place, record_id);
       end if;
     end $$`,
  `create function search.follow_label() returns trigger
     language plpgsql ${GUARDED} as $$
     declare place public.audience;
     begin
       if tg_op = 'DELETE' then
         perform search.remove(old.id);
         return null;
       end if;
       place := access.effective(new.audience, new.protected, new.opens_at, new.closes_at);
       if place not in ${SEARCHABLE} then
         perform search.remove(new.id);
         return null;
       end if;
       insert into search.learning (audience, source_id, gone)
       select e.audience, null, string_agg(e.title || ' ' || e.body, ' ') from search.entry e
        where e.source_id = new.id and e.audience <> place group by e.audience
       union all
       select place, new.id, null where exists (
         select from search.entry e where e.source_id = new.id and e.audience <> place);
       update search.entry e set audience = place, label = new.audience, protected = new.protected,
              opens_at = new.opens_at, closes_at = new.closes_at, matter_id = new.matter_id
        where e.source_id = new.id;
       return null;
     end $$`,
  // Embargoes that ended and consents that ran out since the last call; how many entries moved.
  `create function search.follow_windows() returns integer
     language plpgsql ${GUARDED} as $$
     declare moved integer; gone integer;
     begin
       with late as (
         delete from search.entry e
          where (e.opens_at > '-infinity' or e.closes_at < 'infinity')
            and access.effective(e.label, e.protected, e.opens_at, e.closes_at) not in ${SEARCHABLE}
         returning e.audience, e.title || ' ' || e.body as said),
       told as (
         insert into search.learning (audience, gone)
         select l.audience, string_agg(l.said, ' ') from late l group by l.audience)
       select count(*) into gone from late;
       with late as materialized (
         select e.audience as before, e.source_id, e.number, e.title || ' ' || e.body as said,
                access.effective(e.label, e.protected, e.opens_at, e.closes_at) as place
           from search.entry e
          where (e.opens_at > '-infinity' or e.closes_at < 'infinity')
            and e.audience <> access.effective(e.label, e.protected, e.opens_at, e.closes_at)
            for update),
       swept as (
         update search.entry e set audience = l.place from late l
          where e.audience = l.before and e.source_id = l.source_id and e.number = l.number),
       told as (
         insert into search.learning (audience, source_id, gone)
         select l.before, null, string_agg(l.said, ' ') from late l group by l.before
         union all
         select distinct l.place, l.source_id, null from late l)
       select count(*) into moved from late;
       return moved + gone;
     end $$`,
  // A hearing was moved in time: everything said at it moves along.
  `create function search.shift(of_hearing uuid, by interval) returns void
     language plpgsql ${GUARDED} as $$
     begin
       perform search.label_of('hearing', of_hearing);
       update search.entry e set happened_at = e.happened_at + by where e.hearing_id = of_hearing;
     end $$`,
  `create procedure search.attach(t regclass) language plpgsql set search_path = pg_catalog as $$
     begin
       insert into search.source select relname from pg_class where oid = t;
       execute format('grant select (written_in) on %s to hearth_index', t);
       execute format('create trigger search_follow after delete on %s
         for each row execute function search.follow_label()', t);
       execute format('create trigger search_follow_label after update on %s for each row
         when ((old.audience, old.protected, old.opens_at, old.closes_at, old.matter_id)
           is distinct from (new.audience, new.protected, new.opens_at, new.closes_at, new.matter_id))
         execute function search.follow_label()', t);
     end $$`,
];

/** What the keeper does each minute. */
const KEEPING = [
  // Whether an entry of this audience says this very word, not only one of its stem.
  `create function search.is_said(of audience, word text) returns boolean
     language plpgsql stable ${GUARDED} as $$
     begin
       return exists (
         select from search.entry e
          where e.audience = of
            and ((e.language = 'en' and e.words @@ plainto_tsquery('search.en', word))
              or (e.language = 'es' and e.words @@ plainto_tsquery('search.es', word))
              or (e.language = 'other' and e.words @@ plainto_tsquery('search.other', word)))
            and word in (select search.vocabulary(e.title || ' ' || e.body)));
     end $$`,
  `create function search.learn_words() returns void
     language plpgsql ${GUARDED} as $$
     declare lost record;
     begin
       for lost in
         with taken as (delete from search.learning returning audience, source_id, gone),
         learned as (
           insert into search.word (audience, word)
           select distinct e.audience, v.word
             from (select distinct t.audience, t.source_id from taken t where t.source_id is not null) t
             join search.entry e on e.audience = t.audience and e.source_id = t.source_id
            cross join lateral search.vocabulary(e.title || ' ' || e.body) as v (word)
           on conflict do nothing)
         select distinct t.audience, v.word from taken t cross join lateral search.vocabulary(t.gone) as v (word)
          where t.gone is not null
       loop
         if not search.is_said(lost.audience, lost.word) then
           delete from search.word w where w.audience = lost.audience and w.word = lost.word;
         end if;
       end loop;
     end $$`,
  // How many entries moved; null when another process is at it.
  `create function search.tend() returns integer
     language plpgsql ${GUARDED} as $$
     declare moved integer;
     begin
       if not pg_try_advisory_xact_lock(4873202) then
         return null;
       end if;
       moved := search.follow_windows();
       perform search.learn_words();
       return moved;
     end $$`,
];

const READERS = 'hearth_public, hearth_staff, hearth_commission, hearth_both';

const UP = [
  'create schema search',
  'create extension if not exists unaccent schema search',
  'create extension if not exists pg_trgm schema search',
  `grant usage on schema search to ${READERS}, hearth_index, hearth_app`,
  'grant create on schema search to hearth_index',
  `grant execute on all functions in schema search to ${READERS}, hearth_index`,
  ...configuration('en', 'english', 'english_stem'),
  ...configuration('es', 'spanish', 'spanish_stem'),
  ...configuration('other', 'simple', 'simple'),
  ...TABLES,
  ...LANGUAGE,
  ...WAYS_IN,
  ...KEEPING,
  ...['hearing', 'agenda_item', 'witness', 'testimony', 'transcript'].map(
    (t) => `call search.attach('${t}')`,
  ),
  'grant execute on function access.clause(text, text) to hearth_index',
  ...[
    'label_of(text, uuid)',
    'remove(uuid)',
    'put(text, uuid, jsonb)',
    'follow_label()',
    'follow_windows()',
    'shift(uuid, interval)',
    'is_said(audience, text)',
    'learn_words()',
    'tend()',
  ].map((signature) => `alter function search.${signature} owner to hearth_index`),
  `grant execute on function search.configuration(text), search.words_of(text, text, text, text),
     search.line_ends(text, text), search.vocabulary(text) to hearth_index`,
  `grant execute on function search.configuration(text), search.vocabulary(text),
     search.mark(text, text, tsquery), search.excerpt(text, text, tsquery) to ${READERS}`,
  'grant execute on function search.put(text, uuid, jsonb), search.shift(uuid, interval) to hearth_staff, hearth_both',
  'grant execute on function search.tend() to hearth_app',
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
