import { Module } from '@nestjs/common';
import { CommissionModule } from '#src/record/commission/index.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaRepository } from './agenda/agenda.repository.js';
import { AgendaService } from './agenda/agenda.service.js';
import { AcknowledgementRepository } from './scheduling/bookings/acknowledgement.repository.js';
import { AcknowledgementService } from './scheduling/bookings/acknowledgement.service.js';
import { Bookings } from './scheduling/bookings/bookings.js';
import { BookingsRepository } from './scheduling/bookings/bookings.repository.js';
import { ConflictController } from './scheduling/bookings/conflict.controller.js';
import { DueController } from './due/due.controller.js';
import { DueRepository } from './due/due.repository.js';
import { DueService } from './due/due.service.js';
import { HearingPlanningService } from './hearing/hearing-planning.service.js';
import { HearingController } from './hearing/hearing.controller.js';
import { HearingRepository } from './hearing/hearing.repository.js';
import { HearingService } from './hearing/hearing.service.js';
import { LinkController } from './links/link.controller.js';
import { LinkRepository } from './links/link.repository.js';
import { LinkService } from './links/link.service.js';
import { NoticeGiving } from './notice/notice-giving.js';
import { NoticeController } from './notice/notice.controller.js';
import { NoticeRepository } from './notice/notice.repository.js';
import { NoticeService } from './notice/notice.service.js';
import { PanelController } from './panels/panel.controller.js';
import { PanelRepository } from './panels/panel.repository.js';
import { PanelService } from './panels/panel.service.js';
import { ClosedParts } from './parts/closed-parts.js';
import { HearingParts } from './parts/hearing-parts.js';
import { PartOrderController } from './parts/part-order.controller.js';
import { PartOrders } from './parts/part-orders.js';
import { PartReferences } from './parts/part-references.js';
import { PlaceController } from './scheduling/places/place.controller.js';
import { PlaceRepository } from './scheduling/places/place.repository.js';
import { PlaceService } from './scheduling/places/place.service.js';
import { RequestController } from './scheduling/requests/request.controller.js';
import { RequestRepository } from './scheduling/requests/request.repository.js';
import { RequestService } from './scheduling/requests/request.service.js';
import { RosterController } from './scheduling/roster/roster.controller.js';
import { RosterRepository } from './scheduling/roster/roster.repository.js';
import { RosterService } from './scheduling/roster/roster.service.js';
import { HearingSearch } from './search/hearing-search.js';
import { PartSearch } from './search/part-search.js';
import { ZoneDirectory } from './search/zone-directory.js';
import { PlanItemController } from './season/plan-item.controller.js';
import { PlanItemRepository } from './season/plan-item.repository.js';
import { PlanItemService } from './season/plan-item.service.js';
import { SeasonController } from './season/season.controller.js';
import { SeasonRepository } from './season/season.repository.js';
import { SeasonService } from './season/season.service.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { HearingMoves } from './status/hearing-moves.js';
import { HearingStatusController } from './status/hearing-status.controller.js';
import { HearingStatusService } from './status/hearing-status.service.js';
import { StatusChangeRepository } from './status/status-change.repository.js';
import { StatusHistory } from './status/status-history.js';
import { StepGuards } from './status/step-guards.js';
import { WholeHearingRepository } from './whole/whole-hearing.repository.js';
import { WholeHearingService } from './whole/whole-hearing.service.js';
import { WitnessController } from './witnesses/witness.controller.js';
import { WitnessRepository } from './witnesses/witness.repository.js';
import { WitnessService } from './witnesses/witness.service.js';

const FOR_OTHER_ROOMS = [
  HearingService,
  HearingPlanningService,
  HearingStatusService,
  StepGuards,
  NoticeService,
  DueService,
  AgendaService,
  PanelService,
  WitnessService,
  LinkService,
  SessionService,
  PartReferences,
  HearingParts,
  Bookings,
  PlaceService,
  RosterService,
  PlanItemService,
];

@Module({
  imports: [CommissionModule],
  controllers: [
    // Before the hearings, whose ids would take its path.
    DueController,
    HearingController,
    HearingStatusController,
    NoticeController,
    AgendaController,
    PanelController,
    WitnessController,
    LinkController,
    SessionController,
    PlanItemController,
    SeasonController,
    PlaceController,
    RequestController,
    RosterController,
    ConflictController,
    PartOrderController,
  ],
  providers: [
    ...FOR_OTHER_ROOMS,
    HearingRepository,
    BookingsRepository,
    AcknowledgementRepository,
    AcknowledgementService,
    PlaceRepository,
    RequestRepository,
    RequestService,
    RosterRepository,
    WholeHearingRepository,
    WholeHearingService,
    StatusChangeRepository,
    StatusHistory,
    HearingMoves,
    DueRepository,
    NoticeRepository,
    NoticeGiving,
    AgendaRepository,
    PanelRepository,
    WitnessRepository,
    LinkRepository,
    SessionRepository,
    PlanItemRepository,
    SeasonRepository,
    SeasonService,
    ClosedParts,
    PartOrders,
    HearingSearch,
    PartSearch,
    ZoneDirectory,
  ],
  exports: FOR_OTHER_ROOMS,
})
export class HearingsModule {}
