import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matters are found, those too that were entered before. */
export class MatterSearch1764000000019 implements MigrationInterface {
  name = 'MatterSearch1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const language = `case when lower(c.language) ~ '^en(-|$)' then 'en' when lower(c.language) ~ '^es(-|$)' then 'es' else 'other' end`;

/** The index's keeper knows labels and no words; the owner of the tables is bound by their policies. */
const UP = [
  "call search.attach('matter')",
  'grant select (language) on commission to hearth_index',
  'grant select (title, description) on matter to hearth_index',
  'set local role hearth_index',
  `with told as (
     select e.*, search.words_of('matter', e.language, e.title, e.body) as words
       from (select x.id, ${language} as language, normalize(x.title, NFC) as title,
                    normalize(coalesce(x.description, ''), NFC) as body,
                    access.effective(x.audience, x.protected, x.opens_at, x.closes_at) as place,
                    x.audience, x.protected, x.opens_at, x.closes_at, x.matter_id
               from public.matter x cross join public.commission c) e
      where e.place in ('desk', 'chamber', 'commission', 'public')),
   put as (
     insert into search.entry (audience, source, source_id, number, kind, happened_at, language, title, body, speakers,
         positions, words, said_by, label, protected, opens_at, closes_at, matter_id)
     select t.place, 'matter', t.id, 0, 'matter', '-infinity', t.language, t.title, t.body, '{}', '{}', t.words, '',
            t.audience, t.protected, t.opens_at, t.closes_at, t.matter_id from told t)
   insert into search.learning (audience, source_id) select t.place, t.id from told t`,
  'reset role',
  'revoke select (title, description) on matter from hearth_index',
  'revoke select (language) on commission from hearth_index',
];

const DOWN = [
  'set local role hearth_index',
  "delete from search.entry where source = 'matter'",
  'reset role',
  "delete from search.source where name = 'matter'",
  'drop trigger search_follow on matter',
  'drop trigger search_follow_label on matter',
  'revoke select (written_in) on matter from hearth_index',
];
