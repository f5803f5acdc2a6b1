/** A witness by office alone: the sample names nobody. */
export interface SampleWitness {
  readonly office: string;
  readonly position: string;
  readonly organisation: string;
}

export interface SampleSummit {
  readonly place: string;
  readonly zones: readonly number[];
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venue: { readonly name: string; readonly address: string };
  /** Beside the opening; the panel belongs to the first. */
  readonly agenda: readonly string[];
  readonly panel: string;
  readonly witnesses: readonly SampleWitness[];
}

const director: SampleWitness = {
  office: 'A county child-welfare director',
  position: 'Director of child welfare',
  organisation: 'A county social services agency',
};
const prosecutor: SampleWitness = {
  office: 'A deputy district attorney',
  position: 'Head of a human trafficking unit',
  organisation: 'A district attorney’s office',
};
const nurse: SampleWitness = {
  office: 'A clinic nurse',
  position: 'Forensic nurse examiner',
  organisation: 'A children’s hospital',
};
const probation: SampleWitness = {
  office: 'A chief probation officer',
  position: 'Chief probation officer',
  organisation: 'A county probation department',
};
const advocate: SampleWitness = {
  office: 'A survivor advocate',
  position: 'Director of programs',
  organisation: 'A nonprofit for exploited youth',
};
const teacher: SampleWitness = {
  office: 'A school counselor',
  position: 'Counselor of a middle school',
  organisation: 'A unified school district',
};
const judge: SampleWitness = {
  office: 'A juvenile court judge',
  position: 'Presiding judge of a juvenile court',
  organisation: 'A superior court',
};
const scholar: SampleWitness = {
  office: 'A university researcher',
  position: 'Professor of public health',
  organisation: 'A state university',
};

/** Places, days and zones are facts; hours, agenda and witnesses are made up. */
export const SUMMITS: readonly SampleSummit[] = [
  {
    place: 'San Diego',
    zones: [8],
    startsAt: '2015-10-29T09:00:00-07:00',
    endsAt: '2015-10-29T16:00:00-07:00',
    venue: {
      name: 'San Diego County Administrative Complex',
      address: '1600 Pacific Coast Highway, 3rd floor, room 302, San Diego, CA 92101',
    },
    agenda: ['Noticing exploitation early: schools and clinics', 'Work across the border', 'Public comment'],
    panel: 'Who sees a child first',
    witnesses: [teacher, nurse, director],
  },
  {
    place: 'Los Angeles',
    zones: [7],
    startsAt: '2015-11-20T09:00:00-08:00',
    endsAt: '2015-11-20T16:00:00-08:00',
    venue: {
      name: 'Kenneth Hahn Hall of Administration',
      address: '500 West Temple Street, 3rd floor, board hearing room, Los Angeles, CA 90012',
    },
    agenda: [
      'From arrest to protection: courts and probation',
      'Placement and foster care',
      'Public comment',
    ],
    panel: 'A child before the court',
    witnesses: [judge, probation, advocate],
  },
  {
    place: 'Anaheim',
    zones: [6],
    startsAt: '2016-01-13T09:00:00-08:00',
    endsAt: '2016-01-13T15:00:00-08:00',
    venue: {
      name: 'Orange County Family Justice Center',
      address: '150 West Vermont Avenue, Anaheim, CA 92805',
    },
    agenda: ['Services under one roof', 'Sharing what agencies know'],
    panel: 'How a family justice center works',
    witnesses: [prosecutor, nurse],
  },
  {
    place: 'Fresno',
    zones: [5],
    startsAt: '2016-02-25T09:00:00-08:00',
    endsAt: '2016-02-25T15:30:00-08:00',
    venue: { name: 'Nielsen Conference Center', address: '3110 W. Nielsen Ave., Fresno, CA 93706' },
    agenda: ['Rural counties: distance, transport, shelter', 'Housing after recovery', 'Public comment'],
    panel: 'What a small county can do alone',
    witnesses: [director, advocate, probation],
  },
  {
    place: 'Sacramento',
    zones: [1, 2, 3],
    startsAt: '2016-03-24T09:00:00-07:00',
    endsAt: '2016-03-24T16:00:00-07:00',
    venue: {
      name: 'California District Attorneys Association, training center',
      address: '921 11th Street, suite 300, Sacramento, CA 95814',
    },
    agenda: ['Child welfare and state law', 'What is counted, and what is not', 'Public comment'],
    panel: 'Law, money and data',
    witnesses: [prosecutor, scholar, director],
  },
  {
    place: 'Oakland',
    zones: [4],
    startsAt: '2016-04-21T09:00:00-07:00',
    endsAt: '2016-04-21T16:00:00-07:00',
    venue: { name: 'Laney College, The Forum', address: '900 Fallon Street, Oakland, CA 94612' },
    agenda: ['Programs led by survivors', 'Health care and trauma', 'Public comment'],
    panel: 'What helps, and for how long',
    witnesses: [advocate, nurse, scholar],
  },
];

/** Where only the number is known, the number is the name. */
export const ZONES: readonly { readonly number: number; readonly name: string }[] = [
  { number: 1, name: 'Zone 1' },
  { number: 2, name: 'Zone 2' },
  { number: 3, name: 'Zone 3' },
  { number: 4, name: 'Oakland' },
  { number: 5, name: 'Fresno' },
  { number: 6, name: 'Anaheim' },
  { number: 7, name: 'Los Angeles' },
  { number: 8, name: 'San Diego' },
  { number: 9, name: 'Zone 9' },
];
