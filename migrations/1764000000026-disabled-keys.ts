import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key of an account that is disabled opens nothing, and a refused pair of roles says what is wrong with it. */
export class DisabledKeys1764000000026 implements MigrationInterface {
  name = 'DisabledKeys1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(authenticateKey(ENABLED));
    await runner.query(refuseRolePairs(`errcode = 'H0409', detail = 'No person holds both of these roles.'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(authenticateKey(''));
    await runner.query(refuseRolePairs(`errcode = 'H0409'`));
  }
}

const ENABLED = `and not exists (select from public.user_account u where u.id = k.actor_id and u.status = 'disabled')`;

const authenticateKey = (
  condition: string,
): string => `create or replace function authenticate_key(key_prefix text, hash bytea)
  returns table (key_id uuid, actor_id uuid, actor_name text, kind text, roles text[], scopes text[], recusals jsonb)
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with used as (
    update public.api_key k set last_used_on = current_date
     where k.prefix = key_prefix and k.secret_hash = hash and k.last_used_on is distinct from current_date
       and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) ${condition}
  )
  select k.id, a.id, a.name, a.kind,
         array(select p.role from access.person_role p where p.person = a.id order by 1),
         k.scopes,
         coalesce((select jsonb_agg(jsonb_build_object('matter', r.matter, 'from', r.starts_at, 'until', r.ends_at))
                     from access.recusal r where r.person = a.id and r.ends_at > now()), '[]')
    from public.api_key k join public.actor a on a.id = k.actor_id
   where k.prefix = key_prefix and k.secret_hash = hash
     and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) ${condition}
  $$`;

const refuseRolePairs = (using: string): string => `create or replace function access.refuse_role_pairs()
  returns trigger language plpgsql as $$
  declare held text[];
  begin
    perform pg_advisory_xact_lock(1764023, hashtext(new.person::text));
    select array_agg(role) into held from access.person_role where person = new.person;
    if 'admin' = any (held)
       and held && array['intake', 'privacy_reviewer', 'custodian', 'counsel', 'commissioner', 'chair']
       or held @> array['custodian', 'privacy_reviewer'] then
      raise exception 'ROLES_CONFLICT' using ${using};
    end if;
    return null;
  end $$`;
