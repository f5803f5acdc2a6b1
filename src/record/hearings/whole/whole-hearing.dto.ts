import { ApiPropertyOptional } from '@nestjs/swagger';
import { Include } from '#src/foundation/common/index.js';
import { AgendaItemDto } from '../agenda/agenda-item.dto.js';
import { HearingDto } from '../hearing/hearing.dto.js';
import { PanelDto } from '../panels/panel.dto.js';
import { HearingPlaceDto } from '../scheduling/places/place.dto.js';
import { RosterMemberDto } from '../scheduling/roster/roster.dto.js';
import { HearingSessionDto } from '../sessions/session.dto.js';
import { WitnessDto } from '../witnesses/witness.dto.js';
import { HEARING_INCLUDES, type HearingInclude } from './hearing-include.js';
import { Included } from './included.dto.js';

export class IncludedAgendaDto extends Included(AgendaItemDto) {}
export class IncludedPanelsDto extends Included(PanelDto) {}
export class IncludedWitnessesDto extends Included(WitnessDto) {}
export class IncludedSessionsDto extends Included(HearingSessionDto) {}
export class IncludedPlacesDto extends Included(HearingPlaceDto) {}
export class IncludedRosterDto extends Included(RosterMemberDto) {}

/** A hearing, and what was asked for with `include`. */
export class WholeHearingDto extends HearingDto {
  @ApiPropertyOptional({ type: IncludedAgendaDto })
  agenda?: IncludedAgendaDto;

  @ApiPropertyOptional({ type: IncludedPanelsDto })
  panels?: IncludedPanelsDto;

  @ApiPropertyOptional({ type: IncludedWitnessesDto })
  witnesses?: IncludedWitnessesDto;

  @ApiPropertyOptional({ type: IncludedSessionsDto })
  sessions?: IncludedSessionsDto;

  @ApiPropertyOptional({ type: IncludedPlacesDto })
  places?: IncludedPlacesDto;

  @ApiPropertyOptional({ type: IncludedRosterDto })
  roster?: IncludedRosterDto;
}

export class GetHearingQuery {
  /** What comes along, by name, separated by commas; at most 250 of each. */
  @Include(HEARING_INCLUDES, ['agenda', 'witnesses'])
  include?: HearingInclude[];
}
