import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Gate } from '#src/trust/access/index.js';
import { createRoom, type Room } from './testimony.support.js';

const CUES = 100_000;
const MIB = 1_048_576;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapUsed = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

let room: Room;
let recordingId: string;
let id: string;

const words = ['housing', 'parking', 'school', 'shelter', 'clinic', 'counsel', 'zoning', 'transit'];
const said = (i: number) =>
  `Cue ${i}: ${Array.from({ length: 16 }, (_, n) => words[(i + n * 3 + ((i * 7) >> n)) % 8]).join(' ')}.`;

beforeAll(async () => {
  room = await createRoom();
  recordingId = await room.recording(await room.hearing());
  const cues = Array.from({ length: CUES }, (_, i) => ({
    start: i * 3.1,
    end: i * 3.1 + 3,
    speaker: i % 50 === 0 ? null : `S${i % 40}`,
    text: said(i),
  }));
  id = await room.transcript(recordingId, JSON.stringify(cues), { format: 'json' });
}, 120_000);
afterAll(() => room.close());

async function open(
  path: string,
  key: string | null,
  agent: Agent | false = false,
): Promise<IncomingMessage> {
  const server = room.app.getHttpServer();
  if (!server.listening) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const { port } = server.address() as AddressInfo;
  const headers = key === null ? {} : { authorization: key };
  const asked = get({ port, path: `/api/v1${path}`, headers, agent });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response;
}

describe('a transcript of 100,000 cues', () => {
  it('is stored whole, and served in pages from any place', async () => {
    const { body } = await room.as(room.clerk, 'get', `/transcripts/${id}`);
    expect(body.cueCount).toBe(CUES);
    const page = await room.as(
      room.clerk,
      'get',
      `/transcripts/${id}/cues?limit=250&from=300000`,
      undefined,
      {
        Prefer: 'return=total-count',
      },
    );
    expect(page.body.items).toHaveLength(250);
    expect(page.body.items[0]).toMatchObject({ number: 96_774, text: said(96_774) });
    expect(page.body.total).toBe(CUES - 96_774);
    const { rows } = await room.admin.query(
      'select count(*)::int as n from search.entry where source_id = $1',
      [id],
    );
    expect(rows).toEqual([{ n: Math.ceil((CUES - 1) / 19) }]);
  });

  it('streams without being held, as fast as it is read', async () => {
    const before = heapUsed();
    const response = await open(`/transcripts/${id}?format=vtt`, room.clerk);
    let bytes = 0;
    let cues = 0;
    let most = 0;
    let sampled = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      cues += chunk.toString('latin1').split('-->').length - 1;
      if (bytes - sampled > 2 * MIB) {
        sampled = bytes;
        most = Math.max(most, heapUsed() - before);
      }
    }
    expect(bytes).toBeGreaterThan(15 * MIB);
    expect(cues).toBeGreaterThan(CUES - 100);
    expect(most).toBeLessThan(6 * MIB);
  }, 60_000);

  it('is read a thousand cues at a time, and no further than its reader takes', async () => {
    const gate = room.app.get(Gate);
    const rows = gate.rows.bind(gate);
    const pages: number[] = [];
    const spy = jest.spyOn(gate, 'rows').mockImplementation(async (query) => {
      const answer = await rows(query);
      if (query.name.startsWith('transcripts.words')) pages.push(answer.length);
      return answer;
    });
    const response = await open(`/transcripts/${id}?format=srt`, room.clerk);
    const iterator = (response as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    await iterator.next();
    // What is between the two fills up while others are served.
    for (let n = 0; n < 50; n += 1) await room.as(room.clerk, 'get', `/transcripts/${id}/cues?limit=250`);
    expect(pages.length).toBeLessThan(CUES / 1000 - 5);
    for (let next = await iterator.next(); !next.done; next = await iterator.next());
    spy.mockRestore();
    expect(pages).toEqual([...Array<number>(CUES / 1000).fill(1000), 1]);
  }, 60_000);

  it('is read to its end as who asked for it, whoever used the connection before', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await open('/testimonies', null, agent);
    first.resume();
    await once(first, 'end');
    const response = await open(`/transcripts/${id}?format=vtt`, room.clerk, agent);
    let cues = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      cues += chunk.toString('latin1').split('-->').length - 1;
    }
    agent.destroy();
    expect(cues).toBeGreaterThan(CUES - 100);
  }, 60_000);

  it('is refused past 32 MiB', async () => {
    (await open('/zones', null)).resume();
    const { port } = room.app.getHttpServer().address() as AddressInfo;
    const upload = request({
      port,
      method: 'POST',
      path: `/api/v1/recordings/${recordingId}/transcripts`,
      agent: false,
      headers: { authorization: room.clerk, 'content-type': 'text/vtt' },
    });
    upload.end(Buffer.alloc(32 * MIB + 1, 'a'));
    const [response] = (await once(upload, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(413);
  });

  it('breaks off when it is hidden on the way: half of it never looks whole', async () => {
    const response = await open(`/transcripts/${id}?format=text`, room.clerk);
    const iterator = (response as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
    await iterator.next();
    await room.admin.query("update transcript set own_audience = 'nobody' where id = $1", [id]);
    const drain = async () => {
      for (let next = await iterator.next(); !next.done; next = await iterator.next());
    };
    await expect(drain()).rejects.toThrow('aborted');
    await room.admin.query("update transcript set own_audience = 'desk' where id = $1", [id]);
  });
});
