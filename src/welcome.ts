export interface Welcome {
  /** Without a slash at its end. */
  readonly url: string;
  readonly keyPath: string | undefined;
}

/** Makes a hearing that only a clerk can see. */
const DRAFT = JSON.stringify({
  kind: 'public_hearing',
  title: 'A draft',
  startsAt: '2030-01-15T09:00:00-08:00',
  timeZone: 'America/Los_Angeles',
});

/** What a start says last: where things are, and three lines to try. */
export function welcome({ url, keyPath }: Welcome): string {
  const key = keyPath ?? 'KEY_FILE';
  const lines = [
    '',
    `  Reference    ${url}/api/v1/docs`,
    `  Health       ${url}/health/ready`,
    ...(keyPath === undefined
      ? ['  Clerk key    npm run -s hearth -- key create --role clerk --name desk > KEY_FILE']
      : [`  Clerk key    ${keyPath} (of the sample; only this user can read it)`]),
    '',
    '  Try:',
    `    curl '${url}/api/v1/hearings?sort=startsAt'`,
    `    curl '${url}/api/v1/search?q="child welfare"'`
      .replaceAll(' welfare', '%20welfare')
      .replaceAll('"', '%22'),
    `    curl -H "Authorization: Bearer $(cat ${key})" -H 'Content-Type: application/json' '${url}/api/v1/hearings' -d '${DRAFT}'`,
    '',
  ];
  return lines.join('\n');
}
