import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A part of a record may wear a matter of its own where its parent wears none: one agenda item, not the whole hearing.
 * And staff whose change came too late may learn who changed what.
 */
export class MattersLastChange1764000000006 implements MigrationInterface {
  name = 'MattersLastChange1764000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rewritten(WHOLE, PART));
    await runner.query(LAST_CHANGE);
    await runner.query('grant execute on function audit.last_change(uuid) to hearth_staff, hearth_both');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function audit.last_change(uuid)');
    await runner.query(rewritten(PART, WHOLE));
  }
}

/** The two places of `access.wear_label` that say whose matter counts. */
const WHOLE = ['new.matter_id := old.matter_id;', 'new.matter_id := p.matter_id;'] as const;
const PART = [
  'if tg_nargs = 0 then new.matter_id := old.matter_id; end if;',
  'new.matter_id := coalesce(p.matter_id, new.matter_id);',
] as const;

/** Changes the two lines and nothing else, as the function's owner; refuses where they do not stand as expected. */
function rewritten(from: readonly [string, string], to: readonly [string, string]): string {
  const quoted = (text: string): string => `$line$${text}$line$`;
  return `do $do$
    declare def text := pg_get_functiondef('access.wear_label'::regproc);
    begin
      if position(${quoted(from[0])} in def) = 0 or position(${quoted(from[1])} in def) = 0 then
        raise exception 'access.wear_label is not the one this migration knows';
      end if;
      execute format('alter function access.wear_label() owner to %I', current_user);
      execute replace(replace(def, ${quoted(from[0])}, ${quoted(to[0])}), ${quoted(from[1])}, ${quoted(to[1])});
      grant create on schema access to hearth_index;
      alter function access.wear_label() owner to hearth_index;
      revoke create on schema access from hearth_index;
    end $do$`;
}

/** Names, fields and moments, never a word of the record. The log itself stays closed. */
const LAST_CHANGE = `create function audit.last_change(subject uuid)
  returns table (at timestamptz, actor text, fields jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.at, a.name, e.details -> 'fields'
    from audit.entry e join public.actor a on a.id = e.actor_id
   where e.subject_id = subject order by e.at desc, e.xid desc limit 1 $$`;
