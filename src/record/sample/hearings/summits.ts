import { Temporal } from 'temporal-polyfill';

/** A witness by office alone: the sample names nobody. */
export interface SampleWitness {
  readonly office: string;
  readonly sector: string;
  readonly position: string;
  readonly organisation: string;
}

export interface SampleSummit {
  readonly place: string;
  readonly zones: readonly number[];
  /** A local date in California, and the hours of that day from and until which it was held. */
  readonly day: string;
  readonly from: number;
  readonly until: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly venue: { readonly name: string; readonly address: string };
  /** Title and minutes of each item beside the opening; the panel belongs to the first. */
  readonly agenda: readonly (readonly [title: string, minutes: number])[];
  readonly panel: string;
  readonly witnesses: readonly SampleWitness[];
}

const director: SampleWitness = {
  office: 'A county child-welfare director',
  sector: 'child_welfare',
  position: 'Director of child welfare',
  organisation: 'A county social services agency',
};
const prosecutor: SampleWitness = {
  office: 'A deputy district attorney',
  sector: 'courts',
  position: 'Head of a human trafficking unit',
  organisation: 'A district attorney’s office',
};
const nurse: SampleWitness = {
  office: 'A clinic nurse',
  sector: 'health_care',
  position: 'Forensic nurse examiner',
  organisation: 'A children’s hospital',
};
const probation: SampleWitness = {
  office: 'A chief probation officer',
  sector: 'law_enforcement',
  position: 'Chief probation officer',
  organisation: 'A county probation department',
};
const advocate: SampleWitness = {
  office: 'A survivor advocate',
  sector: 'nonprofits',
  position: 'Director of programs',
  organisation: 'A nonprofit for exploited youth',
};
const teacher: SampleWitness = {
  office: 'A school counselor',
  sector: 'education',
  position: 'Counselor of a middle school',
  organisation: 'A unified school district',
};
const judge: SampleWitness = {
  office: 'A juvenile court judge',
  sector: 'courts',
  position: 'Presiding judge of a juvenile court',
  organisation: 'A superior court',
};
const scholar: SampleWitness = {
  office: 'A university researcher',
  sector: 'academics',
  position: 'Professor of public health',
  organisation: 'A state university',
};

/** A full hour of a day in California, as an instant with its offset. */
export function hour(day: string, at: number): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: 'America/Los_Angeles', plainTime: { hour: at } })
    .toString({ timeZoneName: 'never' });
}

function heldOn(day: string, from: number, until: number) {
  return { day, from, until, startsAt: hour(day, from), endsAt: hour(day, until) };
}

/** Places, days and zones are facts; hours, agenda and witnesses are made up. */
export const SUMMITS: readonly SampleSummit[] = [
  {
    place: 'San Diego',
    zones: [8],
    ...heldOn('2015-10-29', 9, 16),
    venue: {
      name: 'San Diego County Administrative Complex',
      address: '1600 Pacific Coast Highway, 3rd floor, room 302, San Diego, CA 92101',
    },
    agenda: [
      ['Noticing exploitation early: schools and clinics', 120],
      ['Work across the border', 120],
      ['Public comment', 60],
    ],
    panel: 'Who sees a child first',
    witnesses: [teacher, nurse, director],
  },
  {
    place: 'Los Angeles',
    zones: [7],
    ...heldOn('2015-11-20', 9, 16),
    venue: {
      name: 'Kenneth Hahn Hall of Administration',
      address: '500 West Temple Street, 3rd floor, board hearing room, Los Angeles, CA 90012',
    },
    agenda: [
      ['From arrest to protection: courts and probation', 120],
      ['Placement and foster care', 120],
      ['Public comment', 60],
    ],
    panel: 'A child before the court',
    witnesses: [judge, probation, advocate],
  },
  {
    place: 'Anaheim',
    zones: [6],
    ...heldOn('2016-01-13', 9, 15),
    venue: {
      name: 'Orange County Family Justice Center',
      address: '150 West Vermont Avenue, Anaheim, CA 92805',
    },
    agenda: [
      ['Services under one roof', 120],
      ['Sharing what agencies know', 120],
    ],
    panel: 'How a family justice center works',
    witnesses: [prosecutor, nurse],
  },
  {
    place: 'Fresno',
    zones: [5],
    ...heldOn('2016-02-25', 9, 16),
    venue: { name: 'Nielsen Conference Center', address: '3110 W. Nielsen Ave., Fresno, CA 93706' },
    agenda: [
      ['Rural counties: distance, transport, shelter', 120],
      ['Housing after recovery', 120],
      ['Public comment', 60],
    ],
    panel: 'What a small county can do alone',
    witnesses: [director, advocate, probation],
  },
  {
    place: 'Sacramento',
    zones: [1, 2, 3],
    ...heldOn('2016-03-24', 9, 16),
    venue: {
      name: 'California District Attorneys Association, training center',
      address: '921 11th Street, suite 300, Sacramento, CA 95814',
    },
    agenda: [
      ['Child welfare and state law', 120],
      ['What is counted, and what is not', 120],
      ['Public comment', 60],
    ],
    panel: 'Law, money and data',
    witnesses: [prosecutor, scholar, director],
  },
  {
    place: 'Oakland',
    zones: [4],
    ...heldOn('2016-04-21', 9, 16),
    venue: { name: 'Laney College, The Forum', address: '900 Fallon Street, Oakland, CA 94612' },
    agenda: [
      ['Programs led by survivors', 120],
      ['Health care and trauma', 120],
      ['Public comment', 60],
    ],
    panel: 'What helps, and for how long',
    witnesses: [advocate, nurse, scholar],
  },
];

/** Where only the number is known, the number is the name. */
/** The counties are those that a summit was held in; which others belong to a zone, the brochure does not say. */
export const ZONES: readonly {
  readonly number: number;
  readonly name: string;
  readonly counties?: string[];
}[] = [
  { number: 1, name: 'Zone 1' },
  { number: 2, name: 'Zone 2' },
  { number: 3, name: 'Zone 3', counties: ['06067'] },
  { number: 4, name: 'Oakland', counties: ['06001'] },
  { number: 5, name: 'Fresno', counties: ['06019'] },
  { number: 6, name: 'Anaheim', counties: ['06059'] },
  { number: 7, name: 'Los Angeles', counties: ['06037'] },
  { number: 8, name: 'San Diego', counties: ['06073'] },
  { number: 9, name: 'Zone 9' },
];
