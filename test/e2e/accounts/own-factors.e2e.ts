import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { mailsTo } from '../../support/mailbox.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { codeOf, FACTORS, giveTotp, type Headers, SECOND, sql } from './factors.support.js';

describe('one’s factors', () => {
  let hearth: TestApp;

  beforeAll(async () => {
    hearth = await createTestApp();
  });

  afterAll(() => hearth.close());

  const enrol = (headers: Headers, body: object = { kind: 'totp', name: 'App' }) =>
    hearth.anybody.post(FACTORS).set(headers).send(body);
  const confirm = (headers: Headers, id: string, body: object) =>
    hearth.anybody.post(`${FACTORS}/${id}/confirmation`).set(headers).send(body);
  const secretIn = ({ body }: { body: { totp: { secret: string } } }) =>
    Buffer.from(Secret.fromBase32(body.totp.secret).bytes);
  const list = async (headers: Headers) =>
    (await hearth.anybody.get(FACTORS).set(headers).expect(200)).body.items as {
      id: string;
      name: string;
      confirmedAt: string | null;
    }[];

  it('takes writes only with the session’s token', async () => {
    const ada = await hearth.person(['clerk']);
    const { Cookie } = ada.headers;
    for (const asked of [
      enrol({ Cookie }),
      hearth.anybody.post(SECOND).set({ Cookie }).send({ totp: '123456' }),
      hearth.anybody.post(`${SECOND}/options`).set({ Cookie }),
      hearth.anybody.post('/api/v1/users/me/recovery-codes').set({ Cookie }),
    ])
      expect((await asked.expect(403)).body.code).toBe('CSRF');
  });

  it('asks for a recent proof', async () => {
    const ada = await hearth.person(['clerk']);
    await giveTotp(hearth, ada);
    const [factor] = await list(ada.headers);
    await sql(
      hearth,
      `update account_session set data = jsonb_set(data, '{provedAt}', '0') where account_id = $1`,
      [ada.id],
    );
    for (const asked of [
      enrol(ada.headers),
      confirm(ada.headers, factor?.id ?? '', { totp: '123456' }),
      hearth.anybody.delete(`${FACTORS}/${factor?.id}`).set(ada.headers).set('If-Match', '*'),
      hearth.anybody.post('/api/v1/users/me/recovery-codes').set(ada.headers),
    ])
      expect((await asked.expect(403)).body.code).toBe('PROOF_TOO_OLD');
  });

  it('never removes the last that counts, even when two are removed at once', async () => {
    const ada = await hearth.person(['clerk']);
    await giveTotp(hearth, ada);
    await giveTotp(hearth, ada);
    const remove = (id: string) =>
      hearth.anybody.delete(`${FACTORS}/${id}`).set(ada.headers).set('If-Match', '*');
    const [one, two] = await list(ada.headers);
    // What was never confirmed can always go.
    const pending = await enrol(ada.headers).expect(201);
    await remove(pending.body.id).expect(204);
    const answers = await Promise.all([remove(one?.id ?? ''), remove(two?.id ?? '')]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['204', '409']);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('LAST_FACTOR');
    expect(await list(ada.headers)).toHaveLength(1);
  });

  it('tells its owner, in their language, and nobody the name of it', async () => {
    const ada = await hearth.person(['clerk']);
    await sql(hearth, `update user_account set language = 'es' where id = $1`, [ada.id]);
    const enrolled = await enrol(ada.headers, { kind: 'totp', name: 'Bitterroot' }).expect(201);
    await giveTotp(hearth, ada);
    await confirm(ada.headers, enrolled.body.id, { totp: codeOf(secretIn(enrolled)) }).expect(200);
    await hearth.anybody
      .delete(`${FACTORS}/${enrolled.body.id}`)
      .set(ada.headers)
      .set('If-Match', '*')
      .expect(204);
    const mails = await mailsTo(hearth.app, ada.email);
    expect(mails.map(({ text }) => text.split('\n')[0])).toEqual([
      'Se ha añadido un segundo factor a su cuenta.',
      'Se ha quitado un segundo factor de su cuenta.',
    ]);
    for (const { headers, text } of mails) expect(headers + text).not.toContain('Bitterroot');
  });

  it('renames by whoever saw it last', async () => {
    const ada = await hearth.person(['clerk']);
    await giveTotp(hearth, ada);
    const [factor] = await list(ada.headers);
    const path = `${FACTORS}/${factor?.id}`;
    const read = await hearth.anybody.get(path).set(ada.headers).expect(200);
    const tag = read.get('ETag') ?? '';
    const rename = (name: string) => hearth.anybody.patch(path).set(ada.headers).send({ name });
    await rename('Phone').expect(428);
    const renamed = await rename('Phone').set('If-Match', tag).expect(200);
    expect(renamed.body.name).toBe('Phone');
    await rename('Other').set('If-Match', tag).expect(412);
    await hearth.anybody.delete(path).set(ada.headers).set('If-Match', tag).expect(412);
  });

  it('hides another’s as if it were not there', async () => {
    const ada = await hearth.person(['clerk']);
    const eve = await hearth.person(['clerk', 'admin']);
    await giveTotp(hearth, ada);
    const [factor] = await list(ada.headers);
    const absent = '5f0c2f6e-6b0e-4b8e-9f5e-0d1b7a1c2d3e';
    const asked = (id: string) => [
      hearth.anybody.get(`${FACTORS}/${id}`),
      hearth.anybody.patch(`${FACTORS}/${id}`).set('If-Match', '*').send({ name: 'Mine' }),
      hearth.anybody.delete(`${FACTORS}/${id}`).set('If-Match', '*'),
      hearth.anybody.post(`${FACTORS}/${id}/confirmation`).send({ totp: '123456' }),
    ];
    const answers = async (id: string) => {
      const all = [];
      for (const request of asked(id)) {
        const { status, body } = await request.set(eve.headers);
        all.push({ status, body: { ...body, instance: '', requestId: '' } });
      }
      return all;
    };
    const hidden = await answers(factor?.id ?? '');
    expect(hidden).toEqual(await answers(absent));
    for (const { status, body } of hidden) expect([status, body.code]).toEqual([404, 'FACTOR_NOT_FOUND']);
    expect(await list(eve.headers)).toEqual([]);
    await hearth.anybody.get(`${FACTORS}/..%2f..`).set(eve.headers).expect(400);
  });

  it('logs who did what, and no secret', async () => {
    const ada = await hearth.person(['clerk']);
    const enrolled = await enrol(ada.headers).expect(201);
    await confirm(ada.headers, enrolled.body.id, { totp: codeOf(secretIn(enrolled)) }).expect(200);
    const rows = (await sql(
      hearth,
      'select action, subject_kind, details from audit.entry where actor_id = $1 order by action',
      [ada.id],
    )) as { action: string }[];
    expect(rows).toEqual([
      {
        action: 'factor.confirmed',
        subject_kind: 'account_factor',
        details: { kind: 'totp', stage: 'whole' },
      },
      { action: 'factor.enrolled', subject_kind: 'account_factor', details: { kind: 'totp' } },
      { action: 'recovery_codes.made', subject_kind: 'user_account', details: { count: 10 } },
    ]);
  });
});
