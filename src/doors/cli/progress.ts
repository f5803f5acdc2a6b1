import type { Terminal } from './terminal.js';

export interface Progress {
  /** Begins the next stage; the one before is over. */
  stage(title: string): void;
  end(): void;
}

/** A bar on a terminal, a line a stage elsewhere, each with its time. */
export async function startProgress(terminal: Terminal, stages: number): Promise<Progress> {
  return terminal.showsBars ? bar(terminal, stages) : lines(terminal);
}

async function bar(terminal: Terminal, stages: number): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress');
  const drawn = new cliProgress.SingleBar({
    stream: terminal.talk,
    format: '{bar} {percentage} %  {stage}',
    barCompleteChar: '#',
    barIncompleteChar: '.',
    hideCursor: true,
    clearOnComplete: true,
  });
  let begun = 0;
  drawn.start(stages, 0, { stage: '' });
  return {
    stage: (title) => {
      drawn.update(begun, { stage: title });
      begun += 1;
    },
    end: () => drawn.stop(),
  };
}

function lines(terminal: Terminal): Progress {
  let since = performance.now();
  let running: string | undefined;
  const end = () => {
    if (running === undefined) return;
    terminal.say(`${running}: ${((performance.now() - since) / 1000).toFixed(2)} s`);
    running = undefined;
  };
  return {
    stage: (title) => {
      end();
      since = performance.now();
      running = title;
      terminal.say(`${title} ...`);
    },
    end,
  };
}
