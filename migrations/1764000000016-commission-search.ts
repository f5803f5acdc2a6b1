import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, sponsors and sectors are found, those too that were entered before. */
export class CommissionSearch1764000000016 implements MigrationInterface {
  name = 'CommissionSearch1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const FOUND = [
  { table: 'person', kind: 'person', words: ['position', 'organisation', 'biography'] },
  { table: 'organisation', kind: 'sponsor', words: ['description'] },
  { table: 'sector', kind: 'sector', words: ['description'] },
];

const language = `case when lower(c.language) ~ '^en(-|$)' then 'en' when lower(c.language) ~ '^es(-|$)' then 'es' else 'other' end`;

/** The index's keeper knows labels and no words; the owner of the tables is bound by their policies. */
const fill = ({ table, kind, words }: (typeof FOUND)[number]): string[] => [
  `call search.attach('${table}')`,
  `grant select (name, ${words.join(', ')}) on ${table} to hearth_index`,
  'set local role hearth_index',
  `with told as (
     select e.*, search.words_of('${kind}', e.language, e.title, e.body) as words
       from (select x.id, ${language} as language, normalize(x.name, NFC) as title,
                    normalize(concat_ws(E'\\n', ${words.map((word) => `x.${word}`).join(', ')}), NFC) as body,
                    access.effective(x.audience, x.protected, x.opens_at, x.closes_at) as place,
                    x.audience, x.protected, x.opens_at, x.closes_at, x.matter_id
               from public.${table} x cross join public.commission c) e
      where e.place in ('desk', 'chamber', 'commission', 'public')),
   put as (
     insert into search.entry (audience, source, source_id, number, kind, happened_at, language, title, body, speakers,
         positions, words, said_by, label, protected, opens_at, closes_at, matter_id)
     select t.place, '${table}', t.id, 0, '${kind}', '-infinity', t.language, t.title, t.body, '{}', '{}', t.words, '',
            t.audience, t.protected, t.opens_at, t.closes_at, t.matter_id from told t)
   insert into search.learning (audience, source_id) select t.place, t.id from told t`,
  'reset role',
  `revoke select (name, ${words.join(', ')}) on ${table} from hearth_index`,
];

const UP = [
  'grant select (language) on commission to hearth_index',
  ...FOUND.flatMap(fill),
  'revoke select (language) on commission from hearth_index',
];

const DOWN = FOUND.flatMap(({ table }) => [
  'set local role hearth_index',
  `delete from search.entry where source = '${table}'`,
  'reset role',
  `delete from search.source where name = '${table}'`,
  `drop trigger search_follow on ${table}`,
  `drop trigger search_follow_label on ${table}`,
  `revoke select (written_in) on ${table} from hearth_index`,
]);
