import { AgendaItem } from './agenda/agenda-item.entity.js';
import { BookingAcknowledgement } from './scheduling/bookings/acknowledgement.entity.js';
import { HearingZone } from './hearing/hearing-zone.entity.js';
import { Hearing } from './hearing/hearing.entity.js';
import { HearingImport } from './imports/hearing-import.entity.js';
import { HearingLink } from './links/hearing-link.entity.js';
import { HearingNotice } from './notice/notice.entity.js';
import { Panel } from './panels/panel.entity.js';
import { HearingPlace } from './scheduling/places/place.entity.js';
import { HearingRequest } from './scheduling/requests/request.entity.js';
import { RosterEntry } from './scheduling/roster/roster-entry.entity.js';
import { PlanItem } from './season/plan-item.entity.js';
import { HearingSession } from './sessions/session.entity.js';
import { HearingStatusChange } from './status/status-change.entity.js';
import { Witness } from './witnesses/witness.entity.js';

export { HearingsModule } from './hearings.module.js';
export { HEARING_KINDS, type HearingKind } from './hearing/hearing-kind.js';
export { HEARING_STATUSES, type HearingStatus } from './status/hearing-status.js';
export { labelOfHearing } from './hearing/hearing.policy.js';
export { labelOfWitness } from './parts/part.policy.js';
export { HearingDto } from './hearing/hearing.dto.js';
export { CreateHearingDto } from './hearing/hearing-input.dto.js';
export { HearingService } from './hearing/hearing.service.js';
export { HearingPlanningService } from './hearing/hearing-planning.service.js';
export { HearingStatusService } from './status/hearing-status.service.js';
export { type StepGuard, StepGuards } from './status/step-guards.js';
export { Bookings } from './scheduling/bookings/bookings.js';
export { SeasonCountsDto, SeasonDto } from './season/season.dto.js';
export { SeasonService } from './season/season.service.js';
export { PlanItemService } from './season/plan-item.service.js';
export { PlaceService } from './scheduling/places/place.service.js';
export { RosterService } from './scheduling/roster/roster.service.js';
export { DueService, type DueWish } from './due/due.service.js';
export { DueActDto, DueActsDto } from './due/due.dto.js';
export { NoticeService } from './notice/notice.service.js';
export { endOfDay, localDateOf, startOfDay } from './notice/clock/local-days.js';
export { isOfficeDay, officeDayAtOrBefore } from './notice/clock/office-days.js';
export { AgendaService } from './agenda/agenda.service.js';
export { LinkService } from './links/link.service.js';
export { PanelService } from './panels/panel.service.js';
export { WitnessService } from './witnesses/witness.service.js';
export { SessionService } from './sessions/session.service.js';
export type { Warning } from './shared/warning.js';
export { WarningDto } from './shared/warning.dto.js';
export { Order } from './shared/fields.js';
export { HearingPart } from './parts/hearing-part.entity.js';
export { HearingParts, type PartKind } from './parts/hearing-parts.js';
export { PART_ORDER, PartRepository, type PartRow, type PartShape } from './parts/part.repository.js';
export { PartReferences, type References } from './parts/part-references.js';

export const HEARING_ENTITIES = [
  Hearing,
  HearingZone,
  HearingStatusChange,
  HearingNotice,
  AgendaItem,
  Panel,
  Witness,
  HearingSession,
  HearingImport,
  HearingLink,
  HearingPlace,
  HearingRequest,
  RosterEntry,
  BookingAcknowledgement,
  PlanItem,
];
