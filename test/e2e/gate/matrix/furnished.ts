import type supertest from 'supertest';
import { SampleService } from '#src/record/sample/index.js';
import { Sealer } from '#src/trust/audit/index.js';
import { until } from '../../../startup/programs.js';
import type { TestApp } from '../../../support/test-app.js';
import type { Headers, Reader } from './readers.js';

const VTT = `WEBVTT

00:00.000 --> 00:02.500
<v Chair>Good morning.

00:02.500 --> 00:05.000
<v Ada Roe>Thank you for the time.
`;

type Made = { readonly id: string; readonly [field: string]: unknown };

/** Writes as one clerk; what is refused is a fault of the test. */
export class Scribe {
  constructor(
    private readonly anybody: TestApp['anybody'],
    private readonly headers: Headers,
  ) {}

  post(path: string, body: object): Promise<Made> {
    return this.made(path, this.anybody.post(`/api/v1${path}`).set(this.headers).send(body));
  }

  async change(method: 'put' | 'patch', path: string, body: object): Promise<Made> {
    const request = this.anybody[method](`/api/v1${path}`).set({ ...this.headers, 'If-Match': '*' });
    return this.made(path, request.send(body));
  }

  async first(path: string): Promise<Made> {
    const { body } = await this.anybody.get(`/api/v1${path}`).set(this.headers);
    const [item] = (body as { items: Made[] }).items;
    if (!item) throw new Error(`${path} is empty`);
    return item;
  }

  private async made(path: string, request: supertest.Test): Promise<Made> {
    const { status, body } = await request;
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body as Made;
  }
}

/** The sample commission, and at least one of everything: public, the desk's, the chamber's. */
export async function furnish(hearth: TestApp, readers: Record<Reader, Headers>): Promise<void> {
  await hearth.app.get(SampleService).load();
  const scribe = new Scribe(hearth.anybody, readers.clerk);
  await bench(scribe);
  const noticed = await hearing(scribe, 'Room 1');
  const other = await hearing(scribe, 'Room 1');
  const { items } = (await hearth.anybody.get(`/api/v1/hearings/${noticed}/conflicts`).set(readers.clerk))
    .body as { items: { kind: string; key: string; other: { id: string } }[] };
  for (const { kind, key, other: theirs } of items) {
    const reason = 'The wall folds away.';
    await scribe.post(`/hearings/${noticed}/conflict-acknowledgements`, {
      kind,
      key,
      otherHearingId: theirs.id,
      reason,
    });
  }
  for (const id of [noticed, other]) await scribe.post(`/hearings/${id}/status-changes`, { to: 'noticed' });
  for (const isPosted of [true, false]) await testimony(scribe, noticed, isPosted);
  await own(hearth, readers);
  await sealed(hearth);
}

/** Another test's open transaction holds up the seals of every log in the cluster. */
export async function sealed(hearth: TestApp): Promise<void> {
  const sealer = hearth.app.get(Sealer);
  await until(async () => {
    await sealer.seal();
    return (await sealer.backlog()).count === 0;
  }, 'the seals');
}

/** What people have for themselves. */
async function own(hearth: TestApp, readers: Record<Reader, Headers>): Promise<void> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  for (const reader of ['clerk', 'intake', 'commissioner', 'chair', 'admin'] as const) {
    await new Scribe(hearth.anybody, readers[reader]).post('/users/me/factors', {
      kind: 'totp',
      name: 'App',
    });
  }
  for (const reader of ['clerk', 'commissioner', 'chair', 'admin'] as const) {
    await new Scribe(hearth.anybody, readers[reader]).post('/api-keys', {
      name: reader,
      scopes: ['search:read'],
      expiresAt,
    });
  }
  await asked(hearth, readers);
}

/** A sensitive role that waits for a second person, and one that was confirmed by one. */
async function asked(hearth: TestApp, readers: Record<Reader, Headers>): Promise<void> {
  const admin = new Scribe(hearth.anybody, readers.admin);
  for (const name of ['grace', 'ada'])
    await admin.post('/users', { name, email: `${name}@example.org`, roles: ['clerk', 'counsel'] });
  const { id } = await admin.first('/role-requests');
  await new Scribe(hearth.anybody, readers.custodian).post(`/role-requests/${id}/decision`, {
    outcome: 'confirmed',
  });
}

async function bench(scribe: Scribe): Promise<void> {
  const matter = await scribe.post('/matters', {
    title: 'A closed case',
    description: 'Of whom',
    closed: true,
  });
  await scribe.post('/matters', { title: 'A contract' });
  const member = await scribe.first('/commissioners');
  await scribe.post(`/commissioners/${member.id}/recusals`, {
    matterId: matter.id,
    reason: 'Worked for them.',
  });
  const person = await scribe.post('/people', { name: 'Nobody’s business', listed: false });
  await scribe.change('put', `/people/${person.id}/contact`, {
    email: 'ada@example.org',
    phone: '+1 510 555 0100',
    address: '1 Main Street',
    note: 'Evenings.',
  });
}

/** Several on one day take up the bench and clash. */
async function hearing(scribe: Scribe, room: string, day = '2031-03-04'): Promise<string> {
  const { id } = await scribe.post('/hearings', {
    kind: 'public_hearing',
    title: 'What schools can see',
    startsAt: `${day}T09:00:00-08:00`,
    endsAt: `${day}T12:00:00-08:00`,
    timeZone: 'America/Los_Angeles',
    venue: { name: 'The Forum', address: '900 Fallon Street', room },
  });
  const at = `/hearings/${id}`;
  const item = await scribe.post(`${at}/agenda-items`, { title: 'Opening', description: 'Words of welcome' });
  await scribe.post(`${at}/agenda-items`, {
    title: 'Advice of counsel',
    closed: true,
    authority: 'Gov. Code 11126(e)',
  });
  await scribe.post(`${at}/panels`, { title: 'Teachers' });
  await scribe.post(`${at}/witnesses`, {
    name: `Ada Roe ${room}`,
    organisation: 'A school',
    mode: 'in_person',
  });
  await scribe.post(`${at}/sessions`, { name: 'Counsel', closed: true, authority: 'Gov. Code 11126(e)' });
  await scribe.post(`${at}/places`, { kind: 'room', name: 'Overflow', room: `Beside ${room}` });
  await scribe.post(`${at}/places`, { kind: 'room', name: 'Chamber', room: `Behind ${room}`, closed: true });
  await scribe.post(`${at}/links`, {
    relation: 'related',
    title: 'The bill',
    url: 'https://example.org/bill',
  });
  await scribe.post(`${at}/requests`, {
    kind: 'accommodation',
    what: 'A ramp',
    requestedBy: 'Ben',
    contact: 'ben@example.org',
  });
  await scribe.post(`${at}/sign-ins`, {
    name: 'Cleo',
    organisation: 'Neighbours',
    position: 'for',
    agendaItemId: item.id,
    contact: 'cleo@example.org',
  });
  return id;
}

async function testimony(scribe: Scribe, hearingId: string, isPosted: boolean): Promise<void> {
  const recording = await scribe.post('/recordings', { hearingId, title: 'Whole', duration: 5 });
  const transcript = await scribe.post(`/recordings/${recording.id}/transcripts`, {
    format: 'vtt',
    content: VTT,
  });
  const spoken = await scribe.post('/testimonies', {
    hearingId,
    form: 'recorded',
    name: 'Ada Roe',
    position: 'for',
    affiliations: ['A school'],
    sourceNotes: ['From the stenographer'],
  });
  await scribe.change('put', `/testimonies/${spoken.id}/recording`, {
    recordingId: recording.id,
    start: 2,
    end: 5,
  });
  if (!isPosted) return;
  for (const path of [`/recordings/${recording.id}`, `/testimonies/${spoken.id}`])
    await scribe.post(`${path}/status-changes`, { to: 'posted' });
  const derived = await scribe.post(`/transcripts/${transcript.id}/derivations`, {
    kind: 'corrected',
    reason: 'Names',
  });
  await scribe.change('patch', `/transcripts/${derived.id}/cues/0`, {
    text: 'Good evening.',
    reason: 'Misheard',
  });
}

/**
 * A draft hearing with one of everything, full of a word that is nowhere else: what each parameter of the interface
 * is called there.
 */
export async function hideHearing(scribe: Scribe): Promise<ReadonlyMap<string, string>> {
  const { id } = await scribe.post('/hearings', {
    kind: 'public_hearing',
    title: 'Canary hearing',
    startsAt: '2033-03-04T09:00:00-08:00',
    endsAt: '2033-03-04T12:00:00-08:00',
    timeZone: 'America/Los_Angeles',
    venue: { name: 'Canary hall', address: '9 Canary Street' },
  });
  const at = `/hearings/${id}`;
  const found = new Map([['hearingId', id]]);
  const keep = async (name: string, path: string, body: object): Promise<string> => {
    const made = await scribe.post(path, body);
    found.set(name, made.id);
    return made.id;
  };
  await keep('itemId', `${at}/agenda-items`, { title: 'Canary item', description: 'Canary' });
  await keep('panelId', `${at}/panels`, { title: 'Canary panel' });
  await keep('witnessId', `${at}/witnesses`, { name: 'Canary witness', organisation: 'Canary' });
  await keep('sessionId', `${at}/sessions`, { name: 'Canary session' });
  await keep('placeId', `${at}/places`, { kind: 'room', name: 'Canary room', room: `C${found.size}` });
  await keep('linkId', `${at}/links`, {
    relation: 'related',
    title: 'Canary',
    url: 'https://example.org/canary',
  });
  await keep('requestId', `${at}/requests`, { kind: 'accommodation', what: 'Canary' });
  const recording = await keep('recordingId', '/recordings', {
    hearingId: id,
    title: 'Canary tape',
    duration: 5,
  });
  await keep('transcriptId', `/recordings/${recording}/transcripts`, {
    format: 'vtt',
    content: VTT.replaceAll('Ada Roe', 'Canary').replaceAll('time', 'canary'),
  });
  found.set('number', '1');
  found.set('seconds', '1');
  await keep('testimonyId', '/testimonies', { hearingId: id, form: 'written', name: 'Canary' });
  await keep('personId', '/people', { name: 'Canary person', listed: false });
  return found;
}

/** A noticed hearing with a closed item of a matter: who stepped back from it sees the hearing and not the item. */
export async function hideItem(
  scribe: Scribe,
  matterId: string,
): Promise<{ hearingId: string; itemId: string }> {
  const hearingId = await hearing(scribe, 'Room 9', '2031-03-11');
  const item = await scribe.post(`/hearings/${hearingId}/agenda-items`, {
    title: 'Canary item',
    closed: true,
    authority: 'Gov. Code 11126(e)',
    matterId,
  });
  await scribe.post(`/hearings/${hearingId}/status-changes`, { to: 'noticed' });
  return { hearingId, itemId: item.id };
}
