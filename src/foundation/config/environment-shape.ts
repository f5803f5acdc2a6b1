import { z } from 'zod';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (rule: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, rule)
    .transform(Number)
    .refine((number) => number >= least && number <= most, rule);

const port = wholeNumber('must be a port number from 0 to 65535', 0, 65_535);

const postgresUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}, 'must be an address like postgres://user:password@host:5432/database');

const httpUrl = z
  .string()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  }, 'must be an address like https://record.example.org, without ? and #')
  .transform((text) => text.replace(/\/+$/, ''));

const smtpUrl = z.string().refine((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url !== undefined &&
    /^smtps?:$/.test(url.protocol) &&
    url.hostname !== '' &&
    /^\/?$/.test(url.pathname) &&
    url.search === '' &&
    url.hash === ''
  );
}, 'must be an address like smtps://user:password@mail.example.org:465');

const mailFrom = z
  .string()
  .max(254, 'must be an address like hearth@example.org')
  .regex(/^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'must be an address like hearth@example.org');

const optionalFlag = z.enum(['true', 'false'], 'must be true or false').transform((word) => word === 'true');

const path = z.string().refine((text) => !text.includes('\0'), 'must be a path');

const GROUP_ROLES_RULE = 'must be pairs like hearth-clerks=clerk,hearth-members=commissioner';

/** `group=role,group=role`, of the roles that a group may give. */
const groupRoles = z
  .string()
  .regex(/^[^=,]+=(clerk|commissioner|chair)(,[^=,]+=(clerk|commissioner|chair))*$/, GROUP_ROLES_RULE)
  .transform((text) =>
    Object.fromEntries(text.split(',').map((pair) => pair.split('=') as [group: string, role: string])),
  );

/** Every variable the program reads, with its rule in the words an operator gets to see. */
export const environmentShape = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name')
    .default('127.0.0.1'),
  HEARTH_DATA_DIR: path.default('./.hearth'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_PUBLIC_URL: postgresUrl.optional(),
  HEARTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  METRICS_PORT: port.optional(),
  RATE_LIMIT_PER_MINUTE: wholeNumber('must be a number from 0 (no limit) to 1000000', 0, 1_000_000).default(
    600,
  ),
  TRUST_PROXY: wholeNumber('must be the number of proxies in front, from 0 to 10', 0, 10).default(0),
  PUBLIC_URL: httpUrl.optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailFrom.optional(),
  HEARTH_SAMPLE: optionalFlag.default(true),
  BODY_LIMIT_BYTES: wholeNumber(
    'must be a number of bytes from 1024 to 104857600',
    1024,
    104_857_600,
  ).default(1_048_576),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(100, 'must have at most 100 characters').optional(),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  OIDC_ROLES: groupRoles.default({}),
  AUDIT_ANCHOR_FILE: path.optional(),
  AUDIT_ANCHOR_SECONDS: wholeNumber('must be a number of seconds from 1 to 86400', 1, 86_400).default(60),
  HEARTH_WORKER: optionalFlag.default(true),
  HEARTH_JOB_LEASE_SECONDS: wholeNumber('must be a number of seconds from 2 to 3600', 2, 3_600).default(30),
});

/** Rules about two variables at once, kept apart so that they speak up beside the faults of single ones. */
export function faultsBetween(env: NodeJS.ProcessEnv): string[] {
  const faults: string[] = [];
  const pairs = [
    ['DATABASE_APP_URL', 'DATABASE_PUBLIC_URL'],
    ['DATABASE_PUBLIC_URL', 'DATABASE_APP_URL'],
  ] as const;
  for (const [absent, other] of pairs) {
    if (env[absent] === undefined && env[other] !== undefined)
      faults.push(`${absent} must be given together with ${other}`);
  }
  // Half a provider is none, and it must know where to send the browser back.
  for (const needed of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL']) {
    if (env['OIDC_ISSUER'] !== undefined && env[needed] === undefined)
      faults.push(`${needed} must be given together with OIDC_ISSUER`);
  }
  // Whoever gets a mail must be able to tell whose it is and where its link leads.
  for (const needed of ['MAIL_FROM', 'PUBLIC_URL']) {
    if (env['SMTP_URL'] !== undefined && env[needed] === undefined)
      faults.push(`${needed} must be given together with SMTP_URL`);
  }
  const { METRICS_PORT, PORT = '3000' } = env;
  if (METRICS_PORT !== undefined && METRICS_PORT !== '0' && METRICS_PORT === PORT)
    faults.push('METRICS_PORT must differ from PORT');
  return faults;
}
