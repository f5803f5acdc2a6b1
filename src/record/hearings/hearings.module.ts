import { Module } from '@nestjs/common';
import { CommissionModule } from '#src/record/commission/index.js';
import { AgendaController } from './agenda/agenda.controller.js';
import { AgendaRepository } from './agenda/agenda.repository.js';
import { AgendaService } from './agenda/agenda.service.js';
import { Bookings } from './bookings/bookings.js';
import { BookingsRepository } from './bookings/bookings.repository.js';
import { HearingPlanningService } from './hearing/hearing-planning.service.js';
import { HearingController } from './hearing/hearing.controller.js';
import { HearingRepository } from './hearing/hearing.repository.js';
import { HearingService } from './hearing/hearing.service.js';
import { LinkController } from './links/link.controller.js';
import { LinkRepository } from './links/link.repository.js';
import { LinkService } from './links/link.service.js';
import { PanelController } from './panels/panel.controller.js';
import { PanelRepository } from './panels/panel.repository.js';
import { PanelService } from './panels/panel.service.js';
import { ClosedParts } from './parts/closed-parts.js';
import { HearingParts } from './parts/hearing-parts.js';
import { KnownRecords } from './parts/known-records.js';
import { PartOrderController } from './parts/part-order.controller.js';
import { PartOrders } from './parts/part-orders.js';
import { PartReferences } from './parts/part-references.js';
import { HearingSearch } from './search/hearing-search.js';
import { PartSearch } from './search/part-search.js';
import { ZoneDirectory } from './search/zone-directory.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { HearingStatusController } from './status/hearing-status.controller.js';
import { HearingStatusService } from './status/hearing-status.service.js';
import { StatusChangeRepository } from './status/status-change.repository.js';
import { StatusHistory } from './status/status-history.js';
import { WitnessController } from './witnesses/witness.controller.js';
import { WitnessRepository } from './witnesses/witness.repository.js';
import { WitnessService } from './witnesses/witness.service.js';

const FOR_OTHER_ROOMS = [
  HearingService,
  HearingPlanningService,
  HearingStatusService,
  AgendaService,
  PanelService,
  WitnessService,
  LinkService,
  SessionService,
  PartReferences,
  HearingParts,
  Bookings,
];

@Module({
  imports: [CommissionModule],
  controllers: [
    HearingController,
    HearingStatusController,
    AgendaController,
    PanelController,
    WitnessController,
    LinkController,
    SessionController,
    PartOrderController,
  ],
  providers: [
    ...FOR_OTHER_ROOMS,
    HearingRepository,
    BookingsRepository,
    StatusChangeRepository,
    StatusHistory,
    AgendaRepository,
    PanelRepository,
    WitnessRepository,
    LinkRepository,
    SessionRepository,
    ClosedParts,
    KnownRecords,
    PartOrders,
    HearingSearch,
    PartSearch,
    ZoneDirectory,
  ],
  exports: FOR_OTHER_ROOMS,
})
export class HearingsModule {}
