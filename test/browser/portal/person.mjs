import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';

const run = promisify(execFile);

export const PASSWORD = 'seven quiet herons cross the ford';

/** Somebody new, made by the command line as an operator does: their address, and the link that lets them in. */
export async function invite({ url, folder }, role, language = 'en') {
  const email = `${role}.${language}@example.org`;
  const args = ['dist/src/doors/cli/main.js', 'user', 'create', '--role', role, '--email', email];
  const { stdout } = await run(process.execPath, [...args, '--name', `A ${role}`, '--language', language], {
    env: { ...process.env, HEARTH_DATA_DIR: folder, PUBLIC_URL: '' },
  });
  const [, path, token] = /^https?:\/\/[^/]+(\/\S*)#token=([\w-]+)$/m.exec(stdout.trim());
  return { email, token, link: `${url}${path}#token=${token}` };
}

/** What an app shows, so many steps of half a minute from now. */
export function codeOf(base32, steps = 0) {
  const secret = Secret.fromBase32(base32.replaceAll(' ', ''));
  return TOTP.generate({ secret, timestamp: Date.now() + steps * 30_000 });
}
