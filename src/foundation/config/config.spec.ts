import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';
import { loadConfig } from './config.js';

const faultsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
};

describe('loadConfig', () => {
  it('needs nothing', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('.hearth'),
      database: {},
      logLevel: 'info',
      rateLimitPerMinute: 600,
      trustProxy: 0,
      sample: true,
      bodyLimitBytes: 1_048_576,
      anchors: { file: resolve('.hearth/anchors.jsonl'), everySeconds: 60 },
      worker: true,
      jobLeaseSeconds: 30,
    });
  });

  it('reads what is given', () => {
    const config = loadConfig({
      PORT: '0',
      HEARTH_DATA_DIR: '/srv/hearth',
      DATABASE_URL: 'postgres://owner:pw@db:5432/hearth',
      METRICS_PORT: '9100',
      TRUST_PROXY: '2',
      PUBLIC_URL: 'https://record.example.org/',
      SMTP_URL: 'smtps://hearth:p%40ss@mail.example.org',
      MAIL_FROM: 'hearth@example.org',
      HEARTH_SAMPLE: 'false',
      RATE_LIMIT_PER_MINUTE: '0',
    });
    expect(config).toMatchObject({
      port: 0,
      dataDir: '/srv/hearth',
      database: { ownerUrl: 'postgres://owner:pw@db:5432/hearth' },
      metricsPort: 9100,
      trustProxy: 2,
      publicUrl: 'https://record.example.org',
      smtpUrl: 'smtps://hearth:p%40ss@mail.example.org',
      mailFrom: 'hearth@example.org',
      sample: false,
      rateLimitPerMinute: 0,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(loadConfig({}));
  });

  it('names every wrong variable and no value', () => {
    const env = {
      PORT: '70000',
      HOST: 'secret host',
      DATABASE_URL: 'mysql://root:hunter2@db/x',
      HEARTH_SECRET: 'too-short',
      LOG_LEVEL: 'loud',
      RATE_LIMIT_PER_MINUTE: '-5',
      TRUST_PROXY: 'yes',
      PUBLIC_URL: 'my.own.host',
      SMTP_URL: 'https://user:hunter4@mail',
      MAIL_FROM: 'not an address',
      HEARTH_SAMPLE: 'perhaps',
      BODY_LIMIT_BYTES: '12',
      AUDIT_ANCHOR_SECONDS: 'often',
      DATABASE_APP_URL: 'postgres://app:hunter3@db/hearth',
    };
    const faults = faultsOf(env);
    const { DATABASE_APP_URL: _, ...wrong } = env;
    const expected = [...Object.keys(wrong), 'DATABASE_PUBLIC_URL'];
    expect(faults.map((fault) => fault.split(' ')[0]).toSorted()).toEqual(expected.toSorted());
    const line = new ConfigError(faults).message;
    expect(line).not.toContain('\n');
    for (const value of Object.values(env)) expect(line).not.toContain(value);
  });

  it.each(['1e3', '0x10', '3.5', '-1', '65536', ' 3000'])('refuses the port %j', (PORT) => {
    expect(faultsOf({ PORT })).toEqual(['PORT must be a port number from 0 to 65535']);
  });

  it('wants both logins of the application or neither', () => {
    const url = 'postgres://hearth_app:pw@db/hearth';
    expect(faultsOf({ DATABASE_APP_URL: url })).toEqual([
      'DATABASE_PUBLIC_URL must be given together with DATABASE_APP_URL',
    ]);
    expect(faultsOf({ DATABASE_PUBLIC_URL: url })).toEqual([
      'DATABASE_APP_URL must be given together with DATABASE_PUBLIC_URL',
    ]);
    expect(faultsOf({ DATABASE_APP_URL: url, DATABASE_PUBLIC_URL: url })).toEqual([]);
  });

  it('sends mail only from an address and with a link of its own', () => {
    expect(faultsOf({ SMTP_URL: 'smtp://mail.example.org' })).toEqual([
      'MAIL_FROM must be given together with SMTP_URL',
      'PUBLIC_URL must be given together with SMTP_URL',
    ]);
  });

  it('takes a provider of sign-ins whole or not at all', () => {
    const OIDC_ISSUER = 'https://id.example.org';
    expect(faultsOf({ OIDC_ISSUER })).toEqual([
      'OIDC_CLIENT_ID must be given together with OIDC_ISSUER',
      'OIDC_CLIENT_SECRET must be given together with OIDC_ISSUER',
      'PUBLIC_URL must be given together with OIDC_ISSUER',
    ]);
    const whole = {
      OIDC_ISSUER,
      OIDC_CLIENT_ID: 'hearth',
      OIDC_CLIENT_SECRET: 's',
      PUBLIC_URL: 'https://b.org',
    };
    expect(loadConfig({ ...whole, OIDC_ROLES: 'desk=clerk,bench=commissioner' }).singleSignOn).toEqual({
      issuer: OIDC_ISSUER,
      clientId: 'hearth',
      clientSecret: 's',
      name: 'id.example.org',
      groupsClaim: 'groups',
      roles: { desk: 'clerk', bench: 'commissioner' },
    });
    // Whoever reads what is protected is named here, by two people.
    for (const OIDC_ROLES of ['desk=custodian', 'desk', 'desk=clerk,', '=clerk'])
      expect(faultsOf({ ...whole, OIDC_ROLES })).toHaveLength(1);
  });

  it.each(['mail.example.org:587', 'smtp://', 'smtp://mail/box', 'smtp://mail?x=1', 'http://mail'])(
    'refuses the mail server %j',
    (SMTP_URL) => {
      const faults = faultsOf({ SMTP_URL, MAIL_FROM: 'a@b.org', PUBLIC_URL: 'https://b.org' });
      expect(faults).toEqual(['SMTP_URL must be an address like smtps://user:password@mail.example.org:465']);
    },
  );

  it.each(['a@b\r\nBcc: c@d', 'a b@c', 'A <a@b>', 'a@b,c@d', '@b'])('refuses the sender %j', (MAIL_FROM) => {
    expect(faultsOf({ MAIL_FROM })).toEqual(['MAIL_FROM must be an address like hearth@example.org']);
  });

  it('keeps metrics off the main port', () => {
    expect(faultsOf({ METRICS_PORT: '3000' })).toEqual(['METRICS_PORT must differ from PORT']);
  });
});
