// Makes the load, in a process of its own: one message is one run, its answer the counts and the times in milliseconds.
import autocannon from 'autocannon';

process.on('message', ({ url, requests, connections, seconds }) => {
  const times = [];
  let clients = 0;
  const run = autocannon(
    {
      url,
      connections,
      duration: seconds,
      requests: [{ path: requests[0].path, headers: requests[0].headers }],
      setupClient,
    },
    (error, result) => {
      if (error) return void process.send({ error: error.message });
      const bad = result.non2xx + result.errors + result.timeouts;
      if (bad > 0) return void process.send({ error: `${url}: ${bad} requests failed` });
      times.sort((a, b) => a - b);
      process.send({
        perSecond: times.length / result.duration,
        count: times.length,
        p50: times[Math.floor(times.length * 0.5)],
        p99: times[Math.floor(times.length * 0.99)],
      });
    },
  );
  run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));

  // Each connection begins elsewhere in the list, else all would ask the same at the same time.
  function setupClient(client) {
    const at = Math.floor((clients++ * requests.length) / connections);
    client.setRequests([...requests.slice(at), ...requests.slice(0, at)]);
  }
});
process.on('SIGTERM', () => process.exit(0));
