import { Agent, get } from 'node:http';
import { CALENDAR_YEARS } from './fill/calendar.mjs';
import { median } from './pairs.mjs';

const TIMES = 200;
const GOAL = 50;
const agent = new Agent({ keepAlive: true });

/** One reader of a calendar of ten years, one request after the other: the whole text, and that it has not changed. */
export async function calendarRows({ url }) {
  const { from, to, hearings } = CALENDAR_YEARS;
  const address = `${url}/api/v1/hearings.ics?from=${from}&to=${to}`;
  const first = await timed(address);
  if (first.text.split('BEGIN:VEVENT').length - 1 !== hearings) {
    throw new Error(`${address} does not have ${hearings} meetings`);
  }
  const whole = await repeated(address, {}, 200);
  const unchanged = await repeated(address, { 'If-None-Match': first.tag }, 304);
  const size = `${(first.text.length / 1000).toFixed(0)} kB`;
  agent.destroy();
  return [
    row(`calendar of ${hearings} hearings, warm`, whole, `${size}, at first ${first.took.toFixed(0)} ms`),
    row('the same, unchanged (304)', unchanged, '-'),
  ];
}

function row(name, times, remark) {
  const sorted = times.toSorted((a, b) => a - b);
  const p50 = median(times);
  const p99 = sorted[Math.floor(sorted.length * 0.99)];
  const measured = `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`;
  return [name, `p50 < ${GOAL} ms`, measured, p50 < GOAL ? 'met' : 'missed', '-', remark, '-'];
}

async function repeated(address, headers, status) {
  const times = [];
  for (let i = 0; i < TIMES; i++) {
    const answer = await timed(address, headers);
    if (answer.status !== status) throw new Error(`${address} answers ${answer.status}`);
    times.push(answer.took);
  }
  return times;
}

// Not by fetch: it asks for a fresh answer (`Cache-Control: no-cache`) wherever it is given an `If-None-Match`.
function timed(address, headers = {}) {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const took = performance.now() - begun;
        const text = Buffer.concat(chunks).toString();
        resolve({ took, status: response.statusCode, tag: response.headers.etag, text });
      });
    }).on('error', reject);
  });
}
