export interface SectorOnDay {
  id: string;
  key: string;
  name: string;
  startedOn: string | null;
  endedOn: string | null;
}

/** A seat provided for on the day, and who holds it then. */
export interface SeatOnDay {
  postId: string;
  post: string;
  sectorId: string | null;
  member: Member | null;
}

export interface Member {
  personId: string;
  name: string;
  membershipId: string;
  acting: boolean;
}

export interface Share {
  seats: number;
  filled: number;
  members: (Member & Pick<SeatOnDay, 'postId' | 'post'>)[];
}

export interface SectorShare extends Share {
  sector: SectorOnDay;
  uncovered: boolean;
}

export interface Coverage {
  sectors: SectorShare[];
  withoutSector: Share;
}

/**
 * The bench of a day by sector. A sector that is not on (yet, any more) is told only where it still has a seat, and
 * is then not called uncovered: nobody is to sit for it.
 */
export function coverageOf(
  day: string,
  sectors: readonly SectorOnDay[],
  seats: readonly SeatOnDay[],
): Coverage {
  const told = sectors.flatMap((sector): SectorShare[] => {
    const share = shareOf(seats.filter(({ sectorId }) => sectorId === sector.id));
    const on = goesOn(sector, day);
    return on || share.seats > 0 ? [{ sector, ...share, uncovered: on && share.filled === 0 }] : [];
  });
  return { sectors: told, withoutSector: shareOf(seats.filter(({ sectorId }) => sectorId === null)) };
}

function shareOf(seats: readonly SeatOnDay[]): Share {
  const members = seats.flatMap(({ postId, post, member }) => (member ? [{ ...member, postId, post }] : []));
  return { seats: seats.length, filled: members.length, members };
}

const goesOn = ({ startedOn, endedOn }: SectorOnDay, day: string): boolean =>
  (startedOn === null || startedOn <= day) && (endedOn === null || day <= endedOn);
