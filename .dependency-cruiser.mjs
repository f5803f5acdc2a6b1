/**
 * The house and its import rules (docs/architecture.md). Six floors: whoever stands on one may use the
 * floors below it, never one above; within a floor only the arrows drawn here.
 */
const floors = ['doors', 'deliberation', 'record', 'holdings', 'trust', 'foundation'];

const upwards = floors.slice(1).map((floor, i) => ({
  name: `no-upward-from-${floor}`,
  comment: `${floor} knows nothing of the floors above it`,
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: `^src/(${floors.slice(0, i + 1).join('|')})/` },
}));

/** room -> rooms of its own floor that it may use */
const arrows = {
  record: {
    testimony: ['hearings', 'commission'],
    hearings: ['commission'],
    commission: [],
    proceedings: ['hearings', 'commission'],
    sample: ['proceedings', 'hearings', 'commission'],
  },
  deliberation: { publication: [] },
  trust: { accounts: ['audit', 'access'], audit: ['access'], access: [] },
};

const sideways = Object.entries(arrows).flatMap(([floor, rooms]) =>
  Object.entries(rooms).map(([room, allowed]) => ({
    name: `arrows-of-${floor}-${room}`,
    severity: 'error',
    from: { path: `^src/${floor}/${room}/` },
    to: { path: `^src/${floor}/`, pathNot: `^src/${floor}/(${[room, ...allowed].join('|')})/` },
  })),
);

const only = (name, library, home) => ({
  name,
  severity: 'error',
  from: { path: '^(src|migrations)/', pathNot: home },
  to: { path: `node_modules/${library}` },
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...upwards,
    ...sideways,
    {
      name: 'rooms-by-their-index',
      comment: 'another room is used through its index.ts alone',
      severity: 'error',
      from: { path: '^src/(doors|deliberation|record|holdings|trust)/([^/]+)/' },
      to: {
        path: '^src/(deliberation|record|holdings|trust)/([^/]+)/',
        pathNot: ['^src/$1/$2/', '^src/[^/]+/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'doors-stand-apart',
      comment: 'each door is a way in of its own',
      severity: 'error',
      from: { path: '^src/doors/([^/]+)/' },
      to: { path: '^src/doors/', pathNot: '^src/doors/$1/' },
    },
    {
      name: 'rooms-know-no-root',
      comment: 'the root lists the rooms; only a door starts the whole',
      severity: 'error',
      from: { path: '^src/(deliberation|record|holdings|trust|foundation)/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'what a migration did must not change with the code',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-development-packages',
      comment: 'a plain start installs none of them',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'controllers-stay-thin',
      comment: 'a controller knows its service and dto, never a repository or an entity',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '(\\.repository|\\.entity)\\.ts$' },
    },
    {
      name: 'policies-are-pure',
      severity: 'error',
      from: { path: '\\.policy\\.ts$', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '(\\.service|\\.repository|\\.module|\\.controller)\\.ts$|node_modules/(typeorm|pg|@nestjs)/',
      },
    },
    {
      name: 'entities-know-no-dto',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.dto\\.ts$' },
    },
    {
      name: 'repositories-know-no-service',
      severity: 'error',
      from: { path: '\\.repository\\.ts$' },
      to: { path: '(\\.service|\\.controller)\\.ts$' },
    },
    only('pg-in-the-database-room', 'pg/', '^src/foundation/database/'),
    only('nodemailer-in-the-mail-room', 'nodemailer/', '^src/foundation/mail/'),
    only('pg-boss-in-the-jobs-room', 'pg-boss/', '^src/foundation/jobs/'),
    only('commander-in-the-cli', 'commander/', '^src/doors/cli/'),
    only('nunjucks-in-the-portal', '(@types/)?nunjucks/', '^src/doors/portal/'),
    { name: 'no-orphans', severity: 'warn', from: { orphan: true, pathNot: '\\.d\\.ts$' }, to: {} },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['hearth-src', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
