import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import { chooseLocale, translate } from '~/text/define.ts';
import { httpRefusals } from '~/text/refusal.ts';
import { checkout } from './home.ts';

type RequestHandlerOptions = Parameters<typeof createRequestHandler>[0];

type Options = {
  readonly build: RequestHandlerOptions['build'];
  readonly mode: 'production' | 'development';
  /** How many proxies stand before the server and may say whose request it is; the outermost speaks HTTPS then. */
  readonly proxies: number;
  /** Answers or notes before everything else: health pages, the request's number. */
  readonly before: readonly RequestHandler[];
  /** Pages that are kept drawn for those who are not signed in. */
  readonly publicPages?: RequestHandler;
  /** Answers before Remix does, as the development server for the sources. */
  readonly middleware?: RequestHandler;
};

/** Nothing sent to us is larger; of a form that is, what was typed is read and given back up to another bound. */
const maxBodyBytes = 32 * 1024 * 1024;
const maxFormBytes = 128 * 1024 * 1024;

const clientFolder = path.join(checkout, 'app/build/client');

/** The web application: headers of defence, static files, and Remix for everything else. */
export function createWebApp({ build, mode, proxies, before, publicPages, middleware }: Options): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', proxies);
  for (const each of before) app.use(each);
  if (mode === 'production') {
    app.use(securityHeaders(proxies > 0));
    app.use(
      '/assets',
      express.static(path.join(clientFolder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    );
    app.use(express.static(clientFolder, { maxAge: '1h', index: false }));
  }
  if (publicPages) app.use(publicPages);
  if (middleware) app.use(middleware);
  app.use(refuseHuge, refuseForeign);
  app.all('*', createRequestHandler({ build, mode, getLoadContext }));
  return app;
}

/** What routes know of a request beyond its text. */
const getLoadContext = (request: Request, response: Response) => ({
  nonce: String(response.locals.nonce ?? ''),
  requestId: String(response.locals.requestId),
  clientAddress: request.ip ?? 'unknown',
});

/** Scripts run only with the nonce of their page, styles only from our files; nobody frames us. */
function securityHeaders(isHttps: boolean) {
  const nonceOf = (_: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;
  const self = ["'self'"];
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: ["'self'", nonceOf],
        styleSrc: self,
        imgSrc: ["'self'", 'data:'],
        fontSrc: self,
        connectSrc: self,
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: self,
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  return [
    (_: Request, response: Response, next: NextFunction) => {
      response.locals.nonce = randomBytes(16).toString('base64');
      next();
    },
    headers,
  ];
}

/** A body is announced with its length, or it could grow without bound while it is read. */
function refuseHuge(request: Request, response: Response, next: NextFunction): void {
  const isForm = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (request.headers['transfer-encoding']) response.sendStatus(411);
  else if (Number(request.headers['content-length'] ?? 0) <= (isForm ? maxFormBytes : maxBodyBytes)) next();
  else refuseInWords(request, response, 413, 'http.body-too-large');
}

function refuseInWords(
  request: Request,
  response: Response,
  status: number,
  code: 'http.cross-site' | 'http.body-too-large',
): void {
  const locale = chooseLocale(request.get('accept-language'));
  response.status(status).type('text/plain').send(translate(httpRefusals, locale)(code));
}

/** A form of another site, refused in words before Remix takes it for a fault (decision 0004). */
function refuseForeign(request: Request, response: Response, next: NextFunction): void {
  const { origin, host } = request.headers;
  const asked = request.get('x-forwarded-host')?.split(',')[0]?.trim() ?? host;
  const isForeign = origin !== undefined && hostOf(origin) !== asked;
  if (isForeign && !['GET', 'HEAD'].includes(request.method))
    refuseInWords(request, response, 403, 'http.cross-site');
  else next();
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);
