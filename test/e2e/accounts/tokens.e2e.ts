import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { runInContext } from '#src/foundation/common/index.js';
import { UnitOfWork } from '#src/foundation/database/index.js';
import { actAs } from '#src/trust/access/index.js';
import { AccountLinks, AccountMail, AccountTokens, DOORKEEPER } from '#src/trust/accounts/index.js';
import { noteLocalPort } from '#src/trust/accounts/tokens/account-links.js';
import { AuditLog } from '#src/trust/audit/index.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { withClient } from '../../support/test-database.js';

describe('mailed tokens', () => {
  let hearth: TestApp;
  let tokens: AccountTokens;

  beforeAll(async () => {
    hearth = await createTestApp();
    tokens = hearth.app.get(AccountTokens);
  });

  afterAll(() => hearth.close());

  const write = <T>(work: () => Promise<T>): Promise<T> =>
    actAs(DOORKEEPER, () =>
      hearth.app.get(UnitOfWork).run({ role: 'hearth_accounts', person: DOORKEEPER.id }, async () => {
        const result = await work();
        await hearth.app.get(AuditLog).record('test.tokens', 'user_account', DOORKEEPER.id!);
        return result;
      }),
    );
  const admin = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
    let rows: Record<string, unknown>[] = [];
    await withClient(hearth.database.adminUrl, async (client) => {
      ({ rows } = await client.query(text, values));
    });
    return rows;
  };
  const redeem = (secret: string) => write(() => tokens.redeem(secret));
  const account = () => hearth.person(['clerk'], { stage: 'none' });
  const reset = (id: string) => write(() => tokens.issue(id, 'reset'));

  it('are good once', async () => {
    const ada = await account();
    const secret = await reset(ada.id);
    expect(secret).toMatch(/^[\w-]{43}$/);
    await expect(actAs(DOORKEEPER, () => tokens.find(secret))).resolves.toEqual({
      accountId: ada.id,
      purpose: 'reset',
    });
    await expect(redeem(secret)).resolves.toEqual({ accountId: ada.id, purpose: 'reset' });
    await expect(redeem(secret)).resolves.toBeNull();
    await expect(actAs(DOORKEEPER, () => tokens.find(secret))).resolves.toBeNull();
  });

  it('are good for one of two at once', async () => {
    const ada = await account();
    const secret = await reset(ada.id);
    const holders = await Promise.all(Array.from({ length: 8 }, () => redeem(secret)));
    expect(holders.filter((holder) => holder !== null)).toHaveLength(1);
  });

  it('stay good when what they were used for failed', async () => {
    const ada = await account();
    const secret = await reset(ada.id);
    const failed = write(async () => {
      await tokens.redeem(secret);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await expect(redeem(secret)).resolves.not.toBeNull();
  });

  it('end with the next of their purpose, also of two at once', async () => {
    const ada = await account();
    const secrets = [
      await reset(ada.id),
      ...(await Promise.all([reset(ada.id), reset(ada.id), reset(ada.id)])),
    ];
    const holders = [];
    for (const secret of secrets) holders.push(await redeem(secret));
    expect(holders.filter((holder) => holder !== null)).toHaveLength(1);
    expect(holders[0]).toBeNull();
  });

  it('leave no secret in the database', async () => {
    const ada = await account();
    const secret = await reset(ada.id);
    const [row] = await admin('select to_jsonb(t)::text as text from account_token t where account_id = $1', [
      ada.id,
    ]);
    expect(row?.['text']).not.toContain(secret);
    expect(row?.['text']).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('run out: a reset after an hour, an invitation after seven days', async () => {
    const ada = await account();
    const secret = await reset(ada.id);
    await write(() => tokens.issue(ada.id, 'invitation'));
    const ends = await admin(
      `select purpose, extract(epoch from expires_at - created_at)::int as seconds from account_token
        where account_id = $1 order by purpose`,
      [ada.id],
    );
    expect(ends).toEqual([
      { purpose: 'invitation', seconds: 7 * 86_400 },
      { purpose: 'reset', seconds: 3_600 },
    ]);
    await admin(`update account_token set expires_at = now() where account_id = $1`, [ada.id]);
    await expect(redeem(secret)).resolves.toBeNull();
  });

  it.each([
    ['invited', 'reset', false],
    ['active', 'invitation', false],
    ['disabled', 'reset', false],
    ['disabled', 'invitation', false],
    ['invited', 'invitation', true],
  ] as const)('of an account that is %s, for %s: %s', async (status, purpose, isGood) => {
    const ada = await account();
    const secret = await write(() => tokens.issue(ada.id, purpose));
    await admin('update user_account set status = $2 where id = $1', [ada.id, status]);
    expect((await redeem(secret)) !== null).toBe(isGood);
  });

  it('are mailed in the account’s language, with no name and no role', async () => {
    const ada = await account();
    await admin(`update user_account set language = 'es' where id = $1`, [ada.id]);
    await actAs(DOORKEEPER, () => hearth.app.get(AccountMail).reset(ada.id, 's'.repeat(43)));
    const [mail] = await hearth.mailsTo(ada.email);
    expect(mail?.headers).toMatch(/^Subject: Su cuenta$/m);
    expect(mail?.text).toMatch(/contraseña nueva/);
    expect(mail?.token).toBe('s'.repeat(43));
    expect(mail?.text).not.toContain(ada.name);
    expect(mail?.text).not.toMatch(/clerk|http/);
  });

  it('lead to no address that a sender chose', () => {
    const links = hearth.app.get(AccountLinks);
    const to = (socket: object): string | undefined =>
      runInContext({ requestId: 'x', caller: 'public' }, () => {
        noteLocalPort({ socket, headers: { host: 'evil.example' } } as Request);
        return links.to('reset', 'abc');
      });
    const here = { localAddress: '127.0.0.1', remoteAddress: '127.0.0.1', localPort: 3000 };
    expect(to(here)).toBe('http://127.0.0.1:3000/reset#token=abc');
    expect(to({ ...here, remoteAddress: '10.0.0.1' })).toBeUndefined();
    expect(to({ ...here, localAddress: '10.0.0.2' })).toBeUndefined();
    expect(to({})).toBeUndefined();
  });
});
