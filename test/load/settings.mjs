import { parseArgs } from 'node:util';

const HELP = `npm run bench -- [options]
  --rounds N        interleaved pairs for each measure (7)
  --seconds N       length of one run of a pair (4)
  --only WORDS      only the reads whose name holds one of these, separated by commas; or start, or audit
  --data FOLDER     keep the filled database there, and use it again if it is there
  --small           a hundredth of the data: to try the harness, not to measure
  --unpinned        leave it to the system which core a program runs on
  --profile         CPU profiles of the application and the floor, into test/load/out
`;

const whole = { cues: 1_000_080, transcripts: 90, testimonies: 100_000, words: 8000 };
const hundredth = { cues: 18_000, transcripts: 15, testimonies: 1000, words: 1000 };

/** What one run shall do. */
export function readSettings(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      rounds: { type: 'string', default: '7' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      data: { type: 'string' },
      small: { type: 'boolean', default: false },
      unpinned: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  if (values.unpinned) process.env.HEARTH_BENCH_UNPINNED = 'true';
  const only = values.only.split(',').filter(Boolean);
  return {
    size: values.small ? hundredth : whole,
    rounds: Number(values.rounds),
    seconds: Number(values.seconds),
    connections: 10,
    dataDir: values.data,
    profile: values.profile,
    wants: (name) => only.length === 0 || only.some((word) => name.includes(word)),
    auditRows: values.small ? 10_000 : 1_000_000,
    wantsReads: only.length === 0 || only.some((word) => !['start', 'audit'].includes(word)),
  };
}
