import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config-error.js';
import { environmentShape, faultsBetween } from './environment-shape.js';

/** The token under which Nest injects the validated configuration. */
export const CONFIG = Symbol('HearthConfig');

export interface HearthConfig {
  /** Port of the HTTP door; 0 takes a free one. */
  port: number;
  host: string;
  /** Absolute path of the folder that holds the embedded database, the secret and `run.json`. */
  dataDir: string;
  /** Logins of a database of the operator's own; all absent means the embedded one. */
  database: GivenLogins;
  /** Seals cursors; at least 32 characters. Absent: the file `secret` in the data folder. */
  secret?: string;
  logLevel: LogLevel;
  /** Where `/metrics` answers on `host`. Absent: on the main port, to callers on this machine alone. */
  metricsPort?: number;
  /** Requests a minute for one caller; 0 is no limit. */
  rateLimitPerMinute: number;
  /** How many proxies in front are believed about the caller's address; 0 is none. */
  trustProxy: number;
  /** The address the world knows this server by, without a slash at its end. */
  publicUrl?: string;
  /** The server that mail is handed to. Absent: mail becomes files in the data folder. */
  smtpUrl?: string;
  /** The address that mail comes from. */
  mailFrom?: string;
  /** Whether a database that this start makes gets the sample commission. */
  sample: boolean;
  bodyLimitBytes: number;
  /** The house that vouches for the staff (OpenID Connect). Absent: passwords alone. */
  singleSignOn?: SingleSignOnSettings;
  /** Where the checkpoints of the audit log are noted outside the database. */
  anchors: AnchorSettings;
  /** Whether this process runs jobs, or leaves them to another. */
  worker: boolean;
  /** After so long a worker that is silent has lost its jobs to another. */
  jobLeaseSeconds: number;
}

export interface SingleSignOnSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
  /** The claim that lists somebody's groups. */
  groupsClaim: string;
  /** Which role a group stands for. */
  roles: Readonly<Record<string, string>>;
}

export interface AnchorSettings {
  /** Absolute path of the file they are added to. */
  file: string;
  /** The least time between two, in seconds. */
  everySeconds: number;
}

export interface GivenLogins {
  /** The owner, who migrates. */
  ownerUrl?: string;
  /** `hearth_app`: the signed-in and the writes. */
  appUrl?: string;
  /** `hearth_public`: anonymous reads. */
  publicUrl?: string;
}

export type LogLevel = z.infer<typeof environmentShape>['LOG_LEVEL'];

/**
 * Reads the environment. Throws a `ConfigError` whose one line names every wrong variable and what it should be,
 * never what it is: values may be passwords.
 */
export function loadConfig(env: NodeJS.ProcessEnv): HearthConfig {
  // `PORT= npm start` means: as if it were not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''));
  const read = environmentShape.safeParse(given);
  const single = read.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
  const faults = [...single, ...faultsBetween(given)];
  if (!read.success || faults.length > 0) throw new ConfigError(faults);
  return asConfig(read.data);
}

function asConfig(env: z.infer<typeof environmentShape>): HearthConfig {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.HEARTH_DATA_DIR),
    database: {
      ...(env.DATABASE_URL === undefined ? {} : { ownerUrl: env.DATABASE_URL }),
      ...(env.DATABASE_APP_URL === undefined ? {} : { appUrl: env.DATABASE_APP_URL }),
      ...(env.DATABASE_PUBLIC_URL === undefined ? {} : { publicUrl: env.DATABASE_PUBLIC_URL }),
    },
    ...(env.HEARTH_SECRET === undefined ? {} : { secret: env.HEARTH_SECRET }),
    logLevel: env.LOG_LEVEL,
    ...(env.METRICS_PORT === undefined ? {} : { metricsPort: env.METRICS_PORT }),
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    trustProxy: env.TRUST_PROXY,
    ...(env.PUBLIC_URL === undefined ? {} : { publicUrl: env.PUBLIC_URL }),
    ...(env.SMTP_URL === undefined ? {} : { smtpUrl: env.SMTP_URL }),
    ...(env.MAIL_FROM === undefined ? {} : { mailFrom: env.MAIL_FROM }),
    sample: env.HEARTH_SAMPLE,
    bodyLimitBytes: env.BODY_LIMIT_BYTES,
    ...singleSignOnOf(env),
    anchors: {
      file: resolve(env.AUDIT_ANCHOR_FILE ?? join(env.HEARTH_DATA_DIR, 'anchors.jsonl')),
      everySeconds: env.AUDIT_ANCHOR_SECONDS,
    },
    worker: env.HEARTH_WORKER,
    jobLeaseSeconds: env.HEARTH_JOB_LEASE_SECONDS,
  };
}

function singleSignOnOf(env: z.infer<typeof environmentShape>): Pick<HearthConfig, 'singleSignOn'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return {};
  return {
    singleSignOn: {
      issuer,
      clientId,
      clientSecret,
      name: env.OIDC_NAME ?? new URL(issuer).hostname,
      groupsClaim: env.OIDC_GROUPS_CLAIM,
      roles: env.OIDC_ROLES,
    },
  };
}
