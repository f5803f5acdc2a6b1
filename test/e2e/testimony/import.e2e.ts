import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actAs, Gate, PUBLIC_ACTOR } from '#src/trust/access/index.js';
import { OPERATOR } from '#src/trust/accounts/index.js';
import { folderOf, generated } from './import.folders.js';
import { type Archive, fails, openArchive } from './import.support.js';

let archive: Archive;
const take: Archive['take'] = (...given) => archive.take(...given);
const rows: Archive['rows'] = (...given) => archive.rows(...given);
const count: Archive['count'] = (table) => archive.count(table);

beforeAll(async () => {
  archive = await openArchive();
});
afterAll(() => archive?.close());

const TABLES = [
  'hearing',
  'witness',
  'recording',
  'transcript',
  'speaker',
  'cue',
  'testimony',
  'hearing_import',
];
const TRACES = [...TABLES, 'hearing_status_change', 'search.entry', 'audit.entry'];
const counts = async () => {
  const found: Record<string, number> = {};
  for (const table of TRACES) found[table] = await count(table);
  return found;
};

describe('an import', () => {
  it('brings all of it, exactly', async () => {
    const report = await take(folderOf('whole', generated()));
    expect(report).toMatchObject({
      outcome: 'imported',
      key: 'whole',
      came: {
        title: 'Whole',
        startsAt: new Date('2031-05-07T07:00:00Z'),
        timeZone: 'America/Los_Angeles',
        draft: false,
        counts: { cues: 60, speakers: 3, witnesses: 2, testimonies: 2, matchedByName: 2, zones: 0 },
      },
    });
    const id = report.hearingId;
    expect(
      await rows(
        'select kind, status, noticed_at is not null as noticed, audience from hearing where id = $1',
        [id],
      ),
    ).toEqual([{ kind: 'public_hearing', status: 'adjourned', noticed: true, audience: 'public' }]);
    expect(
      await rows('select to_status, reason, changed_by from hearing_status_change where hearing_id = $1', [
        id,
      ]),
    ).toEqual([{ to_status: 'adjourned', reason: 'imported', changed_by: OPERATOR.id }]);
    const cues = await rows<{ start_seconds: number; witness: string | null }>(
      `select c.number, c.start_seconds, c.end_seconds, c.text, s.label as speaker, w.name as witness
         from cue c join transcript t on t.id = c.transcript_id join recording r on r.id = t.recording_id
         join speaker s on s.id = c.speaker_id left join witness w on w.id = s.witness_id
        where r.hearing_id = $1 order by c.number`,
      [id],
    );
    expect(cues.map(({ witness: _witness, ...cue }) => cue)).toEqual(
      generated().transcript.map((row) => {
        const { time_marker, start_time, end_time, text, speaker } = row as Record<string, unknown>;
        return { number: time_marker, start_seconds: start_time, end_seconds: end_time, text, speaker };
      }),
    );
    expect(new Set(cues.map(({ witness }) => witness))).toEqual(new Set([null, 'Witness 1', 'Witness 2']));
    expect(
      await rows(
        `select t.name, t.form, t.position, t.affiliations, t.borough, t.neighborhood, t.source_notes, t.status, t.audience,
                w.name as witness, w.organisation, w.status as heard
           from testimony t join witness w on w.id = t.witness_id where t.hearing_id = $1 order by t.ordinal`,
        [id],
      ),
    ).toMatchObject([
      {
        name: 'Witness 1',
        form: 'recorded',
        position: 'for',
        borough: null,
        affiliations: [],
        audience: 'public',
      },
      {
        name: 'Witness 2',
        position: 'against',
        borough: 'Northside',
        affiliations: ['Example Works', 'Another'],
        source_notes: ['Point 1', 'Asks for more doors'],
        status: 'posted',
        witness: 'Witness 2',
        organisation: 'Example Works',
        heard: 'heard',
      },
    ]);
    expect(await rows("select details->'cues' as cues from audit.entry where subject_id = $1", [id])).toEqual(
      [{ cues: 60 }],
    );
    const found = await rows<{ kind: string }>(
      `select kind, count(*)::int as n from search.entry where hearing_id = $1 and audience = 'public' group by kind order by kind`,
      [id],
    );
    expect(found).toMatchObject([
      { kind: 'hearing', n: 1 },
      { kind: 'passage' },
      { kind: 'testimony', n: 2 },
      { kind: 'witness', n: 2 },
    ]);
  });

  it('changes nothing the second time, and refuses another content under the name', async () => {
    const first = await take(folderOf('twice', generated()));
    const before = await counts();
    expect(await take(folderOf('twice', generated()))).toMatchObject({
      outcome: 'unchanged',
      hearingId: first.hearingId,
    });
    const other = folderOf('twice', generated(61));
    expect((await fails(take(other))).code).toBe('IMPORT_DIFFERS');
    expect(await counts()).toEqual(before);
  });

  it('happens once when it is started twice at once', async () => {
    const folder = folderOf('at-once', generated());
    const reports = await Promise.all([take(folder), take(folder), take(folder)]);
    expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(['imported', 'unchanged', 'unchanged']);
    expect(new Set(reports.map(({ hearingId }) => hearingId)).size).toBe(1);
  });

  it('keeps nothing of a dry run and reports the same', async () => {
    const folder = folderOf('dry', generated());
    const before = await counts();
    const dry = await take(folder, { dryRun: true });
    expect(dry.outcome).toBe('would_import');
    expect(await counts()).toEqual(before);
    const real = await take(folder);
    expect({ ...real, outcome: '', hearingId: '' }).toEqual({ ...dry, outcome: '', hearingId: '' });
  });

  it('takes title, day and zone from whoever imports', async () => {
    const report = await take(folderOf('said', generated()), {
      title: 'A day of doors',
      date: '2030-01-02',
      timeZone: 'America/New_York',
    });
    expect(report.came).toMatchObject({
      title: 'A day of doors',
      startsAt: new Date('2030-01-02T05:00:00Z'),
    });
  });

  it('needs a day', async () => {
    const { transcript, speakers } = generated();
    const before = await counts();
    expect((await fails(take(folderOf('dayless', { transcript, speakers })))).code).toBe('DATE_MISSING');
    expect(await counts()).toEqual(before);
  });
});

describe('who may read what was imported', () => {
  const seen = (table: string, id: string) =>
    actAs(PUBLIC_ACTOR, () =>
      archive.services.get(Gate).rows({
        name: `test ${table}`,
        text: `select id from ${table} where ${table === 'hearing' ? 'id' : 'hearing_id'} = $1`,
        values: [id],
      }),
    );

  it.each([
    ['a draft', { draft: true }, {}, 'desk'],
    ['a draft by its own word', {}, { status: 'draft' }, 'desk'],
    ['a closed session', {}, { kind: 'closed_session' }, 'chamber'],
    ['a stakeholder interview', {}, { kind: 'stakeholder_interview' }, 'chamber'],
  ])('nobody outside reads %s', async (name, options, hearing, audience) => {
    const { hearingId } = await take(
      folderOf(name.replaceAll(' ', '-'), { ...generated(), hearing }),
      options,
    );
    for (const table of ['hearing', 'witness', 'recording', 'testimony']) {
      expect(await seen(table, hearingId)).toEqual([]);
    }
    expect(
      await rows('select distinct audience from search.entry where hearing_id = $1', [hearingId]),
    ).toEqual([{ audience }]);
  });

  it('everybody reads what is posted', async () => {
    const { hearingId } = await take(folderOf('open', generated()));
    expect(await seen('hearing', hearingId)).toHaveLength(1);
    expect(await seen('testimony', hearingId)).toHaveLength(2);
  });
});

describe('bad input', () => {
  it('leaves out what cannot be taken and tells where; --strict takes nothing', async () => {
    const bad = generated();
    bad.transcript[3] = { ...bad.transcript[3], start_time: -4 };
    bad.testimonies.push({ ...bad.testimonies[0], end_time_in_seconds: 0 });
    const before = await counts();
    const strict = await fails(take(folderOf('spoilt', bad), { strict: true }));
    expect(strict.code).toBe('IMPORT_REFUSED');
    expect(strict.problems.map(({ code }) => code)).toEqual(['TIME_NEGATIVE', 'TIME_REVERSED']);
    expect(await counts()).toEqual(before);
    const report = await take(folderOf('spoilt', bad));
    expect(report.came?.counts).toMatchObject({ cues: 59, testimonies: 2 });
    expect(report.problems.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { file: 'transcript.json', code: 'TIME_NEGATIVE' },
      { file: 'testimonies.json', code: 'TIME_REVERSED' },
    ]);
  });

  it.each([
    [
      'JSON that ends too early',
      { ...generated(), testimonies: '[\n  {"name": "x"\n' },
      'JSON_INVALID',
      'testimonies.json',
    ],
    ['no transcript', { speakers: [], testimonies: [] }, 'FILE_MISSING', 'transcript.json'],
    ['a transcript that is no list', { ...generated(), transcript: {} }, 'FIELD_TYPE', 'transcript.json'],
    ['an unknown kind', { ...generated(), hearing: { kind: 'party' } }, 'VALUE_INVALID', 'hearing.json'],
    ['an unknown status', { ...generated(), hearing: { status: 'secret' } }, 'VALUE_INVALID', 'hearing.json'],
    ['a wrong day', { ...generated(), hearing: { date: '2031-02-30' } }, 'VALUE_INVALID', 'hearing.json'],
  ])('stops at %s', async (name, files, code, file) => {
    const before = await counts();
    const failed = await fails(take(folderOf(name.replaceAll(' ', '-'), files)));
    expect(failed.code).toBe('IMPORT_REFUSED');
    expect(failed.problems).toMatchObject([{ code, file }]);
    expect(await counts()).toEqual(before);
  });

  it('comes without a zone that the commission has not', async () => {
    await rows(
      `insert into zone (number, name, own_audience, protected) values (71, 'North Coast', 'public', false)`,
    );
    const hearing = { zones: ['north coast', '71', 'Atlantis'] };
    const report = await take(folderOf('zoned', { ...generated(), hearing }));
    expect(report.came?.counts.zones).toBe(1);
    expect(report.problems.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { code: 'ZONE_UNKNOWN' },
    ]);
  });
});
