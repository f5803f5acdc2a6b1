/** PostgreSQL's programs get no PG* variable, no locale and no Node options of ours. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}
