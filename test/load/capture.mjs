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

process.on('message', () => process.send(sent.splice(0)));
process.channel?.unref();
