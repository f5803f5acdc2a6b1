import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLoopback } from './loopback.js';
import { type Metrics, METRICS_TYPE } from './metrics.js';

export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: (error?: unknown) => void,
) => void;

/** Answers with the metrics, to whoever can reach it. */
export function metricsAnswer(metrics: Metrics): Answer {
  return (_request, response, otherwise) => {
    metrics
      .render()
      .then(
        (text) =>
          response.setHeader('Content-Type', METRICS_TYPE).setHeader('Cache-Control', 'no-store').end(text),
        otherwise,
      );
  };
}

/** The same on the main port, for this machine alone; for everybody else the route does not exist. */
export function localMetricsAnswer(metrics: Metrics): Answer {
  const answer = metricsAnswer(metrics);
  return (request, response, otherwise) => {
    if (isLoopback(request)) answer(request, response, otherwise);
    else otherwise();
  };
}
