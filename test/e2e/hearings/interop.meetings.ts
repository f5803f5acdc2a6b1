/** The shapes in which congress.gov publishes a committee meeting and a printed hearing; the values are made up. */
interface Item {
  readonly name: string;
  readonly systemCode: string;
  readonly url: string;
}

interface Related {
  readonly type?: string;
  readonly part?: string;
  readonly number: string;
  readonly congress: string;
  readonly url: string;
}

export interface CommitteeMeeting {
  readonly eventId: string;
  readonly updateDate: string;
  readonly congress: string;
  readonly type: string;
  readonly title: string;
  readonly meetingStatus: string;
  readonly date: string;
  readonly chamber: string;
  readonly committees: readonly Item[];
  readonly location: { readonly building: string; readonly room: string; readonly address: string };
  readonly videos: readonly { readonly name: string; readonly url: string }[];
  readonly witnesses: readonly {
    readonly name: string;
    readonly position: string;
    readonly organization: string;
  }[];
  /** `of` is the witness, by place: congress.gov tells it in the file's name alone. */
  readonly witnessDocuments: readonly {
    readonly documentType: string;
    readonly format: string;
    readonly url: string;
    readonly of: number;
  }[];
  readonly meetingDocuments: readonly {
    readonly name: string;
    readonly description: string;
    readonly documentType: string;
    readonly url: string;
    readonly format: string;
  }[];
  readonly hearingTranscript: readonly { readonly jacketNumber: string; readonly url: string }[];
  readonly relatedItems: {
    readonly bills: readonly Related[];
    readonly treaties: readonly Related[];
    readonly nominations: readonly Related[];
  };
}

export interface PrintedHearing {
  readonly jacketNumber: string;
  readonly libraryOfCongressIdentifier: string;
  readonly number: string;
  readonly part: string;
  readonly citation: string;
  readonly dates: readonly { readonly date: string }[];
  readonly formats: readonly { readonly type: string; readonly url: string }[];
  readonly associatedMeeting: { readonly eventID: string; readonly URL: string };
}

const at = (path: string): string => `https://records.example.org/${path}`;

export const MEETING: CommitteeMeeting = {
  eventId: '990001',
  updateDate: '2031-02-27T18:11:19Z',
  congress: '122',
  type: 'Hearing',
  title: `Oversight hearing on shelters: ${'what a county reports; '.repeat(60)}and other purposes`,
  meetingStatus: 'Scheduled',
  date: '2031-03-04T14:00:00Z',
  chamber: 'House',
  committees: [
    {
      name: 'Subcommittee on Shelters',
      systemCode: 'xxsh01',
      url: at('committee/xxsh01'),
    },
    { name: 'Committee on Counties', systemCode: 'xxco00', url: at('committee/xxco00') },
  ],
  location: { building: 'First Office Building', room: '1324', address: '1 Main Street, Capital City' },
  videos: [{ name: 'The whole hearing', url: at('video/1') }],
  witnesses: [
    {
      name: 'Ms. Ann Roe',
      position: `Director, ${'Office of Grants, '.repeat(20)}Shelters`,
      organization: 'A county',
    },
    { name: 'Mr. Max Poe', position: 'Counsel', organization: 'A clinic' },
  ],
  witnessDocuments: [
    { documentType: 'Witness Statement', format: 'PDF', url: at('w/roe.pdf'), of: 0 },
    { documentType: 'Witness Truth in Testimony', format: 'PDF', url: at('w/poe-truth.pdf'), of: 1 },
    { documentType: 'Witness Biography', format: 'PDF', url: at('w/poe-bio.pdf'), of: 1 },
  ],
  meetingDocuments: [
    {
      name: 'Hearing Notice',
      description: 'As sent to members',
      documentType: 'Support Document',
      url: at('d/notice.pdf'),
      format: 'PDF',
    },
    {
      name: 'Roster',
      description: 'Who sat',
      documentType: 'Hearing: Member Roster',
      url: at('d/roster.pdf'),
      format: 'PDF',
    },
  ],
  hearingTranscript: [{ jacketNumber: '57721', url: at('hearing/57721') }],
  relatedItems: {
    bills: [{ type: 'HR', number: '1532', congress: '122', url: at('bill/1532') }],
    treaties: [{ part: 'A', number: '3', congress: '121', url: at('treaty/3') }],
    nominations: [{ part: '00', number: '88', congress: '122', url: at('nomination/88') }],
  },
};

export const HEARING: PrintedHearing = {
  jacketNumber: '57721',
  libraryOfCongressIdentifier: 'LC99252',
  number: '64',
  part: '2',
  citation: 'X.Hrg.122-64',
  dates: [{ date: '2031-03-04' }, { date: '2031-03-05' }],
  formats: [
    { type: 'PDF', url: at('chrg/57721.pdf') },
    { type: 'Formatted Text', url: at('chrg/57721.htm') },
  ],
  associatedMeeting: { eventID: '990001', URL: at('meeting/990001') },
};
