// npm run bench: fills a database of its own and measures the built program against a bare floor. See docs/performance.md.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { auditRows } from './audit/rows.mjs';
import { calendarRows } from './calendar.mjs';
import { openFilled, removeFolder, temporaryFolder } from './database.mjs';
import { explain } from './explain.mjs';
import { measurePairs } from './pairs.mjs';
import { capturePlans, startApplication } from './plans.mjs';
import { ask, outDir, residentMegabytes, root, startNode, stop } from './programs.mjs';
import { readMeasures } from './reads.mjs';
import { machine, readRow, startRows, table } from './report.mjs';
import { readSettings } from './settings.mjs';
import { measureStarts } from './start.mjs';

const say = (line) => void process.stderr.write(`${line}\n`);
const settings = readSettings(process.argv.slice(2));
// An ending by signal still runs the handlers that stop PostgreSQL.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
if (!existsSync(join(root, 'dist/src/main.js'))) {
  say('There is no build. Run "npm run build" first.');
  process.exit(1);
}
mkdirSync(outDir, { recursive: true });

say(machine());
const rows = [];
if (settings.wantsReads) rows.push(...(await measureReads()));
if (settings.wants('audit')) rows.push(...(await auditRows(settings, say)));
if (settings.wants('start')) rows.push(...startRows(await measureStarts(say)));
const load = `Load of the machine at the end: ${loadavg()
  .map((each) => each.toFixed(1))
  .join(' ')}`;
const report = [machine(), load, '', table(rows), ''].join('\n');
writeFileSync(join(outDir, 'report.md'), report);
process.stdout.write(report);

async function measureReads() {
  const filled = await openFilled(settings, say);
  const database = { ...filled, runDir: temporaryFolder() };
  const running = [];
  const opened = (program) => (running.push(program), program);
  try {
    const all = await readMeasures(database, settings.size);
    const measures = all.filter(({ name }) => settings.wants(name));
    const plans = await capturePlans(
      database,
      measures.flatMap(({ requests }) => requests),
    );
    writeFileSync(join(outDir, 'explain.txt'), await explained(database, measures, plans));
    const application = await startApplication(database, { core: 'server', flags: profile('application') });
    opened(application.program);
    const generator = opened(startNode(['test/load/generator.mjs'], { core: 'generator' }));
    const floorProgram = opened(startNode([...profile('floor'), 'test/load/floor.mjs'], { core: 'server' }));
    const { port } = await ask(floorProgram, { logins: database.logins });
    await ask(floorProgram, { plans });
    const floor = { program: floorProgram, url: `http://127.0.0.1:${port}` };
    const done = [];
    for (const measure of measures) {
      const { name, requests } = measure;
      say(`${name} (${requests.length} addresses)`);
      const result = await measurePairs(
        { floor, application, generator, requests, settings },
        ({ floor: a, application: b }) =>
          say(`  floor ${a.perSecond.toFixed(0)}/s, application ${b.perSecond.toFixed(0)}/s`),
      );
      done.push(readRow(measure, result));
    }
    if (settings.wants('calendar')) done.push(...(await calendarRows(application)));
    say(
      `memory of the application after all that: ${residentMegabytes(application.program.pid).toFixed(0)} MB`,
    );
    return done;
  } finally {
    await Promise.all(running.map(stop));
    await filled.close();
    removeFolder(database.runDir);
  }
}

function profile(name) {
  return settings.profile
    ? ['--cpu-prof', `--cpu-prof-dir=${outDir}`, `--cpu-prof-name=${name}.cpuprofile`]
    : [];
}

/** One address of each measure, for searches three: a frequent, a middling and a rare word. */
async function explained(database, measures, plans) {
  const told = [];
  for (const { name, requests } of measures) {
    const some = name.includes('search') ? [0, Math.floor(requests.length / 2), requests.length - 1] : [0];
    for (const i of some) {
      const { path, headers = {} } = requests[i];
      told.push(`==== ${name}: ${path}\n`);
      told.push(await explain(database.logins, plans.get(`${headers.authorization ?? ''} ${path}`)));
    }
  }
  return told.join('\n');
}
