import { READY, ask, freePort, startNode, stop, untilAnswers } from './programs.mjs';

/** The built program on a database that runs already, in an environment that measures it and nothing else. */
export async function startApplication(database, { core, imports = [], flags = [] } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = [...imports.flatMap((file) => ['--import', file]), ...flags, 'dist/src/main.js'];
  const program = startNode(args, {
    core,
    env: {
      PORT: String(port),
      DATABASE_URL: database.ownerUrl,
      HEARTH_DATA_DIR: database.runDir,
      HEARTH_SAMPLE: 'false',
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'silent',
    },
  });
  try {
    await untilAnswers(url + READY);
    return { program, url };
  } catch (error) {
    await stop(program);
    throw error;
  }
}

/**
 * What the application sends to PostgreSQL for each request: asked of the program itself, which is then thrown away.
 * Each request is made twice and the second taken, so that nothing is in it that is done once.
 */
export async function capturePlans(database, requests) {
  const { program, url } = await startApplication(database, { imports: ['./test/load/capture.mjs'] });
  const plans = new Map();
  try {
    for (const { path, headers = {} } of requests) {
      await get(url + path, headers);
      await ask(program, 'forget');
      await get(url + path, headers);
      plans.set(`${headers.authorization ?? ''} ${path}`, stepsOf(await ask(program, 'tell')));
    }
  } finally {
    await stop(program);
  }
  return plans;
}

async function get(url, headers) {
  const response = await fetch(url, { headers });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${body}`);
  return body;
}

/** Statements between BEGIN and COMMIT of one connection are one step. */
function stepsOf(statements) {
  const steps = [];
  const open = new Map();
  for (const { login, connection, ...query } of statements) {
    const transaction = open.get(connection);
    if (transaction) transaction.push(query);
    else {
      const queries = [query];
      steps.push({ login, queries });
      if (/^begin/i.test(query.text)) open.set(connection, queries);
    }
    if (/^commit/i.test(query.text)) open.delete(connection);
  }
  return steps;
}
