import type { SMTPConnectionOptions } from './smtp-transport.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const SUBMISSION = 587;
const SUBMISSIONS = 465;

/** After so many milliseconds a server that does not answer counts as away. */
const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
} as const;

/**
 * `smtps:` is TLS from the first byte (RFC 8314); `smtp:` must become TLS by STARTTLS before anything is said,
 * but for a server on this machine, which a certificate hardly ever names.
 */
export function smtpOptionsOf(smtpUrl: string, from: string): SMTPConnectionOptions {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const isLocal = LOOPBACK.test(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? SUBMISSIONS : SUBMISSION) : Number(url.port),
    secure,
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    tls: { minVersion: 'TLSv1.2' },
    // The name of this machine is nobody's business.
    name: from.replace(/^.*@/, '').replace(/>$/, ''),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    ...TIMEOUTS,
  };
}
