import { randomUUID } from 'node:crypto';
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { log } from '~/server/log.ts';
import { requestScope } from '~/server/request-scope.ts';
import { requestCount, requestSeconds } from './request-metrics.ts';
import type { NameRoute } from './route-names.ts';

/**
 * Gives each request a number that the page, the answer, the log and its trace share, and notes when it is answered:
 * method, pattern of the route, status, milliseconds. Who asked and for what exactly is the audit log's matter.
 */
export function observeRequests(nameOf: NameRoute): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.setHeader('x-request-id', requestId);
    const route = isFile(request.path) ? 'static' : nameOf(request.path);
    requestScope.run({ requestId }, () => observe({ request, response, next }, route, requestId));
  };
}

type Call = { readonly request: Request; readonly response: Response; readonly next: NextFunction };

/** Files of the build and `favicon.ico` and the like: whatever has an ending. */
const isFile = (path: string): boolean => /\.[a-z0-9]{2,5}$/i.test(path) && !/\.csv$/i.test(path);

function observe({ request, response, next }: Call, route: string, requestId: string): void {
  const begun = performance.now();
  const parent = propagation.extract(ROOT_CONTEXT, request.headers);
  const method = knownMethods.has(request.method) ? request.method : 'OTHER';
  const span = trace
    .getTracer('xinqiao')
    .startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes: { 'http.route': route } }, parent);
  response.once('close', () => {
    const seconds = (performance.now() - begun) / 1000;
    const status = response.writableFinished ? response.statusCode : 499; // the other side hung up
    requestCount.inc({ method, route, status });
    requestSeconds.observe({ route }, seconds);
    const line = { requestId, method, route, status, ms: Math.round(seconds * 1000) };
    if (route === 'static') log.debug(line, 'request');
    else log.info(line, 'request');
    span.setAttributes({ 'http.request.method': method, 'http.response.status_code': status });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
  context.with(trace.setSpan(parent, span), next);
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
