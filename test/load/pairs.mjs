import { ask, cpuSeconds } from './programs.mjs';

/**
 * Floor and application in turn, A B, B A, A B and so on: whatever else the machine does meets both alike. Ratios are
 * taken within each pair, and of these the median.
 */
export async function measurePairs({ floor, application, generator, requests, settings }, onRound) {
  const run = async ({ url, program }, seconds) => {
    const before = cpuSeconds(program.pid);
    const { connections } = settings;
    const answer = await ask(generator, { url, requests, connections, seconds });
    return { ...answer, cpu: (cpuSeconds(program.pid) - before) / answer.count };
  };
  await run(floor, 1.5);
  await run(application, 1.5);
  const pairs = [];
  for (let round = 0; round < settings.rounds; round++) {
    const isEven = round % 2 === 0;
    const first = await run(isEven ? floor : application, settings.seconds);
    const second = await run(isEven ? application : floor, settings.seconds);
    pairs.push(isEven ? { floor: first, application: second } : { floor: second, application: first });
    onRound?.(pairs.at(-1));
  }
  const middle = (pick) => median(pairs.map(pick));
  return {
    floor: summary(pairs.map((pair) => pair.floor)),
    application: summary(pairs.map((pair) => pair.application)),
    ratio: middle((pair) => pair.application.perSecond / pair.floor.perSecond),
    spread: spreadOf(pairs.map((pair) => pair.application.perSecond / pair.floor.perSecond)),
    cpuRatio: middle((pair) => pair.floor.cpu / pair.application.cpu),
    p99Ratio: middle((pair) => pair.application.p99 / pair.floor.p99),
  };
}

function summary(runs) {
  const middle = (key) => median(runs.map((run) => run[key]));
  return { perSecond: middle('perSecond'), p50: middle('p50'), p99: middle('p99'), cpu: middle('cpu') };
}

function spreadOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[0], sorted.at(-1)];
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return (sorted[Math.floor(at)] + sorted[Math.ceil(at)]) / 2;
}
