import type { Command } from 'commander';
import { Refusal } from '../failure.js';
import type { Terminal } from '../terminal.js';

/** `status` */
export function addStatus(program: Command, terminal: Terminal): void {
  program
    .command('status')
    .description('Say whether a server runs on the data folder, and where. Exit code 1 if none does.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  hearth status --json')
    .action(async ({ json }: { json?: boolean }) => {
      const { loadConfig } = await import('#src/foundation/config/index.js');
      const { readRunInfo } = await import('#src/foundation/startup/index.js');
      const { dataDir } = loadConfig(process.env);
      const info = readRunInfo(dataDir);
      if (info === undefined) throw new Refusal(`No server runs on ${dataDir}.`);
      const { url, startedAt, process: server } = info;
      if (json) terminal.json({ url, pid: server.pid, startedAt, dataDir });
      else terminal.result(`${url}\tpid ${server.pid}\tsince ${startedAt}`);
    });
}
