import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The second lock behind what the rooms refuse: what was approved, decided or noticed is not rewritten by anybody the
 * program can become, and who stepped back from a matter does not read of it in a notice or a motion.
 */
export class StandingGuards1764000000021 implements MigrationInterface {
  name = 'StandingGuards1764000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SIGNED_IN = 'hearth_staff, hearth_commission, hearth_both';
const STAFF = 'hearth_staff, hearth_both';

const NOT_RECUSED = `(select access.my_recusals())::uuid[] = '{}'
  or not access.matters_at(hearing_id) && (select access.my_recusals())::uuid[]`;

const ATTENDANCE = 'id, hearing_id, person_id, arrived_at, left_at, mode, place';

const differs = (...columns: string[]): string =>
  `(${columns.map((column) => `old.${column}`).join(', ')}) is distinct from (${columns.map((column) => `new.${column}`).join(', ')})`;

/** SQLSTATE H0409: the message is the code of a 409, the detail its sentence (foundation/common/errors). */
const refusal = (name: string, when: string, code: string, detail: string): string =>
  `create function ${name}() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       if ${when} then raise exception '${code}' using errcode = 'H0409', detail = '${detail}'; end if;
       return new;
     end $$`;

const STANDS = `access.minutes_stand(new.hearing_id, 'open')`;
const APPROVED = 'The minutes that tell of it were approved. Approve a corrected version of them instead.';

const UP = [
  // Minutes approve what was on the agenda and in session as they tell it.
  refusal('agenda_item_stands', STANDS, 'RECORD_APPROVED', APPROVED),
  `create trigger agenda_item_stands before update on agenda_item for each row
     when (${differs('title', 'description', 'closed', 'authority', 'matter_id')}) execute function agenda_item_stands()`,
  refusal('hearing_session_stands', STANDS, 'RECORD_APPROVED', APPROVED),
  `create trigger hearing_session_stands before update on hearing_session for each row
     when (${differs('name', 'closed', 'authority', 'opened_at', 'adjourned_at')}) execute function hearing_session_stands()`,

  refusal(
    'minutes_stand_as_approved',
    'true',
    'MINUTES_APPROVED',
    'What was approved stays as it was approved.',
  ),
  `create trigger minutes_stand_as_approved before update on minutes for each row
     when (old.status <> 'draft' and (new.status = 'draft' or ${differs(
       'edition',
       'approved_at',
       'approved_hearing_id',
       'approved_session_id',
       'approved_motion_id',
       'approval_note',
       'own_audience',
     )})) execute function minutes_stand_as_approved()`,
  refusal('motion_stands', 'true', 'MOTION_DECIDED', 'A decided motion is withdrawn, never rewritten.'),
  `create trigger motion_stands before update on motion for each row
     when (old.outcome <> 'pending' and (new.outcome not in (old.outcome, 'withdrawn')
       or ${differs('text', 'kind', 'moved_by', 'seconded_by', 'moved_at', 'threshold', 'vote_of', 'voted_at')}))
     execute function motion_stands()`,
  `revoke delete on motion, recusal from ${STAFF}`,
  `create policy vote_pending on vote as restrictive for insert to ${SIGNED_IN}
     with check (coalesce((select m.outcome = 'pending' from motion m where m.id = vote.motion_id), false))`,
  // A draft alone is removed, and all that hangs on it with it.
  `create policy hearing_draft on hearing as restrictive for delete to ${SIGNED_IN} using (noticed_at is null)`,
  `alter table minutes drop constraint minutes_motion,
     add constraint minutes_motion unique (approved_motion_id)`,

  // Accounts are linked by the function of the database's owner, or a recusal could be shaken off.
  `create function person_account_kept() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
     begin
       if current_user in ('hearth_staff', 'hearth_both', 'hearth_commission') then
         raise exception 'accounts are linked at the command line' using errcode = '42501';
       end if;
       return new;
     end $$`,
  `create trigger person_account_kept before update on person for each row
     when (old.actor_id is distinct from new.actor_id) execute function person_account_kept()`,

  // A note about somebody's coming and going is the desk's.
  'revoke select on attendance from hearth_public, hearth_commission',
  `grant select (${ATTENDANCE}) on attendance to hearth_public, hearth_commission`,
  `create policy notice_recused on hearing_notice as restrictive for select to ${SIGNED_IN}
     using (${NOT_RECUSED} or coalesce((select h.audience = 'public' from hearing h where h.id = hearing_id), false))`,
  `create policy motion_recused on motion as restrictive for select to ${SIGNED_IN}
     using (audience = 'public' or agenda_item_id is not null or ${NOT_RECUSED})`,
];

const DOWN = [
  'drop policy motion_recused on motion',
  'drop policy notice_recused on hearing_notice',
  `revoke select (${ATTENDANCE}) on attendance from hearth_public, hearth_commission`,
  'grant select on attendance to hearth_public, hearth_commission',
  'drop trigger person_account_kept on person',
  'drop function person_account_kept()',
  `alter table minutes drop constraint minutes_motion,
     add constraint minutes_motion unique (hearing_id, book, approved_motion_id)`,
  'drop policy hearing_draft on hearing',
  'drop policy vote_pending on vote',
  `grant delete on motion, recusal to ${STAFF}`,
  'drop trigger motion_stands on motion',
  'drop function motion_stands()',
  'drop trigger minutes_stand_as_approved on minutes',
  'drop function minutes_stand_as_approved()',
  'drop trigger hearing_session_stands on hearing_session',
  'drop function hearing_session_stands()',
  'drop trigger agenda_item_stands on agenda_item',
  'drop function agenda_item_stands()',
];
