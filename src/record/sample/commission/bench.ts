/** A seat of the sample bench: its sector, and who sits there by office alone, since the sample names nobody. */
export interface SampleSeat {
  readonly sector: string;
  readonly name: string;
  readonly position: string;
  readonly organisation: string;
  /** Which sponsor appointed them, by its place in `SPONSORS`. */
  readonly sponsor: number;
  readonly office?: 'chair' | 'vice_chair';
  /** The last day, and who came after. */
  readonly until?: string;
  readonly successor?: Omit<SampleSeat, 'sector' | 'sponsor'> & { readonly from: string };
}

/** The nine sectors of the founding brochure. */
export const SECTORS: readonly { readonly key: string; readonly name: string }[] = [
  { key: 'child_welfare', name: 'Child welfare and social services' },
  { key: 'health_care', name: 'Health care, mental health and trauma-informed care' },
  { key: 'law_enforcement', name: 'Probation and law enforcement' },
  { key: 'courts', name: 'Courts, prosecution and defense counsel' },
  { key: 'juvenile_justice', name: 'Juvenile justice' },
  { key: 'education', name: 'Primary, secondary and special education' },
  { key: 'nonprofits', name: 'Nonprofits and advocates' },
  { key: 'academics', name: 'Academics' },
  { key: 'public_systems', name: 'Public system leaders' },
];

/** Invented, and said to be. */
export const SPONSORS: readonly {
  readonly name: string;
  readonly kind: 'co_sponsor' | 'endorser';
  readonly description: string;
}[] = [
  {
    name: 'A statewide association of prosecutors (sample)',
    kind: 'co_sponsor',
    description: 'Appoints two.',
  },
  {
    name: 'A statewide association of counties (sample)',
    kind: 'co_sponsor',
    description: 'Appoints three.',
  },
  { name: 'A network of service providers (sample)', kind: 'co_sponsor', description: 'Appoints three.' },
  { name: 'A state leader (sample)', kind: 'endorser', description: 'Endorses the commission’s work.' },
];

/** No seat is held for juvenile justice: a bench has gaps, and the coverage by sector shows them. */
export const SEATS: readonly SampleSeat[] = [
  {
    sector: 'courts',
    name: 'The district attorney (sample)',
    position: 'District attorney',
    organisation: 'A county',
    sponsor: 0,
    office: 'chair',
  },
  {
    sector: 'health_care',
    name: 'The pediatrician (sample)',
    position: 'Director of a clinic for adolescents',
    organisation: 'A children’s hospital',
    sponsor: 2,
    office: 'vice_chair',
  },
  {
    sector: 'child_welfare',
    name: 'The child welfare director (sample)',
    position: 'Director of child welfare',
    organisation: 'A county social services agency',
    sponsor: 1,
  },
  {
    sector: 'law_enforcement',
    name: 'The sheriff (sample)',
    position: 'Sheriff',
    organisation: 'A county',
    sponsor: 0,
  },
  {
    sector: 'education',
    name: 'The superintendent (sample)',
    position: 'Superintendent of schools',
    organisation: 'A unified school district',
    sponsor: 1,
    until: '2016-01-31',
    successor: {
      name: 'The special education director (sample)',
      position: 'Director of special education',
      organisation: 'A county office of education',
      from: '2016-02-10',
    },
  },
  {
    sector: 'nonprofits',
    name: 'The survivor leader (sample)',
    position: 'Executive director',
    organisation: 'A nonprofit led by survivors',
    sponsor: 2,
  },
  {
    sector: 'academics',
    name: 'The professor (sample)',
    position: 'Professor of public health',
    organisation: 'A state university',
    sponsor: 2,
  },
  {
    sector: 'public_systems',
    name: 'The county executive (sample)',
    position: 'County executive officer',
    organisation: 'A county',
    sponsor: 1,
  },
];

export const COMMISSION = {
  name: 'Blue Ribbon Commission on the commercial sexual exploitation of children (sample)',
  mandate:
    'Regional summits and hearings, interviews and consultations; findings, and recommendations to policy makers, elected leaders and local communities.',
  foundedOn: '2015-07-01',
  legalProfile: 'bagley_keene',
  language: 'en',
} as const;

/** What was promised: the brochure lists six summits, and speaks of nine hearings. */
export const PLAN = [
  { label: 'Regional information summits', kind: 'regional_summit', promised: 6, dueOn: '2016-04-30' },
  { label: 'Public hearings', kind: 'public_hearing', promised: 3, dueOn: '2016-12-31' },
] as const;
