// The bare floor: node:http and pg, nothing between. It answers each address with the rows of the very statements that
// the application was seen to send for it, over as many connections.
import { createServer } from 'node:http';
import pg from 'pg';

let plans = new Map();
let pools;

process.on('message', (message) => {
  if (message.logins) {
    pools = {
      hearth_public: pool(message.logins.publicUrl, false),
      hearth_app: pool(message.logins.appUrl, true),
    };
    server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  } else {
    plans = message.plans;
    process.send({ known: plans.size });
  }
});
process.on('SIGTERM', () => process.exit(0));

const server = createServer((request, response) => {
  void respond(request, response);
});

async function respond(request, response) {
  const steps = plans.get(`${request.headers.authorization ?? ''} ${request.url}`);
  try {
    const body = await answer(steps);
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  } catch (error) {
    process.stderr.write(`floor: ${error.stack}\n`);
    response.writeHead(500).end();
  }
}

async function answer(steps) {
  let rows = [];
  for (const { login, queries } of steps) rows = await run(pools[login], queries);
  return JSON.stringify({ items: rows });
}

/** One statement goes to the pool; a transaction travels as the application sends it, all of it at once. */
async function run(from, queries) {
  if (queries.length === 1) return (await from.query(queries[0])).rows;
  const client = await from.connect();
  try {
    const answers = await Promise.all(queries.map((query) => client.query(query)));
    return answers.at(-2).rows;
  } finally {
    client.release();
  }
}

function pool(connectionString, pipeline) {
  return new pg.Pool({ connectionString, pipeline, min: 2, max: 10, idleTimeoutMillis: 0, keepAlive: true });
}
