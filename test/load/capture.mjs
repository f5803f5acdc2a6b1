// `node --import ./test/load/capture.mjs dist/src/main.js`: the program as it is, but every statement it sends is kept.
// A message to it is answered with the statements sent since the last one.
import pg from 'pg';

const sent = [];
const client = pg.Client.prototype;
const send = Reflect.get(client, 'query');

client.query = function capturing(config, values, callback) {
  const isObject = typeof config === 'object';
  if (!isObject || config.text !== undefined) {
    sent.push({
      login: this.user,
      connection: this.processID,
      name: isObject ? config.name : undefined,
      text: isObject ? config.text : config,
      values: (isObject ? config.values : undefined) ?? (Array.isArray(values) ? values : undefined) ?? [],
    });
  }
  return send.call(this, config, values, callback);
};

/** What the program does of itself, once a second, belongs to no request: the seals of the log, the queue. */
const BACKGROUND = /\baudit\.|hearth_sealer|hearth_worker|pgboss/;

function ofRequests(statements) {
  const background = new Set(
    statements
      .filter(({ text, values }) => BACKGROUND.test(text) || values.some((value) => BACKGROUND.test(value)))
      .map(({ connection }) => connection),
  );
  return statements.filter(({ connection }) => !background.has(connection));
}

process.on('message', () => process.send(ofRequests(sent.splice(0))));
process.channel?.unref();
