import { AccessGate1764000000001 } from './1764000000001-access-gate.js';
import { AccountsAudit1764000000002 } from './1764000000002-accounts-audit.js';
import { CommissionHearings1764000000003 } from './1764000000003-commission-hearings.js';
import { Testimony1764000000004 } from './1764000000004-testimony.js';
import { Search1764000000005 } from './1764000000005-search.js';
import { MattersLastChange1764000000006 } from './1764000000006-matters-last-change.js';
import { Commission1764000000007 } from './1764000000007-commission.js';
import { Bench1764000000008 } from './1764000000008-bench.js';
import { Schedule1764000000009 } from './1764000000009-schedule.js';
import { Notices1764000000010 } from './1764000000010-notices.js';
import { AgendaWitnessesSignIns1764000000011 } from './1764000000011-agenda-witnesses-sign-ins.js';
import { Proceedings1764000000012 } from './1764000000012-proceedings.js';
import { Minutes1764000000013 } from './1764000000013-minutes.js';
import { Season1764000000014 } from './1764000000014-season.js';
import { HearingLinks1764000000015 } from './1764000000015-hearing-links.js';
import { CommissionSearch1764000000016 } from './1764000000016-commission-search.js';
import { StandingRecord1764000000017 } from './1764000000017-standing-record.js';
import { SessionPlaces1764000000018 } from './1764000000018-session-places.js';
import { MatterSearch1764000000019 } from './1764000000019-matter-search.js';
import { NoticeTold1764000000020 } from './1764000000020-notice-told.js';
import { StandingGuards1764000000021 } from './1764000000021-standing-guards.js';
import { RosterPeople1764000000022 } from './1764000000022-roster-people.js';
import { People1764000000023 } from './1764000000023-people.js';
import { AuditSeals1764000000024 } from './1764000000024-audit-seals.js';
import { Jobs1764000000025 } from './1764000000025-jobs.js';
import { DisabledKeys1764000000026 } from './1764000000026-disabled-keys.js';
import { OwnKeys1764000000027 } from './1764000000027-own-keys.js';
import { Factors1764000000030 } from './1764000000030-factors.js';

/** Every migration, oldest first. A list and not a folder scan: what is not named here does not run. */
export const MIGRATIONS = [
  AccessGate1764000000001,
  AccountsAudit1764000000002,
  CommissionHearings1764000000003,
  Testimony1764000000004,
  Search1764000000005,
  MattersLastChange1764000000006,
  Commission1764000000007,
  Bench1764000000008,
  Schedule1764000000009,
  Notices1764000000010,
  AgendaWitnessesSignIns1764000000011,
  Proceedings1764000000012,
  Minutes1764000000013,
  Season1764000000014,
  HearingLinks1764000000015,
  CommissionSearch1764000000016,
  StandingRecord1764000000017,
  SessionPlaces1764000000018,
  MatterSearch1764000000019,
  NoticeTold1764000000020,
  StandingGuards1764000000021,
  RosterPeople1764000000022,
  People1764000000023,
  AuditSeals1764000000024,
  Jobs1764000000025,
  DisabledKeys1764000000026,
  OwnKeys1764000000027,
  Factors1764000000030,
];
