import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { ensureBuilt } from '~/cli/boot/build.ts';
import { checkout } from '~/cli/boot/home.ts';
import { type DeclaredGate, gateOf } from '~/server/http/declared-gate.ts';

export type Answer = { readonly status: number; readonly location: string; readonly text: string };

export type Handler = (request: Request) => Promise<Answer>;

/** One loader or action of the build, with what it declared. */
export type Endpoint = {
  readonly routeId: string;
  /** `/my/loans/:id` */
  readonly pattern: string;
  readonly kind: 'loader' | 'action';
  /** One of several forms of a page. */
  readonly intent: string | null;
  readonly gate: DeclaredGate | undefined;
  /** Whether the route draws a page, or answers with a file or JSON. */
  readonly isPage: boolean;
};

/** The production build that `npm start` serves. */
export async function loadBuild(): Promise<ServerBuild> {
  await ensureBuilt();
  const file = path.join(checkout, 'app/build/server/index.js');
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild;
}

let request = 0;

/** Answers requests in this process, each with a load context of its own, as the web server would. */
export function openHandler(build: ServerBuild): Handler {
  const handle = createRequestHandler(build, 'production');
  return async (asked) => {
    request += 1;
    const answer = await handle(asked, {
      nonce: 'n',
      requestId: String(request),
      clientAddress: `10.9.${request >> 8}.${request & 255}`,
    });
    const location = answer.headers.get('x-remix-redirect') ?? answer.headers.get('location') ?? '';
    const headers = [...answer.headers].map((header) => header.join(': ')).join('\n');
    return { status: answer.status, location, text: `${headers}\n${await answer.text()}` };
  };
}

/** Every loader and action of the build; the root's frame is part of every page and refuses nobody. */
export function endpointsOf(build: ServerBuild): Endpoint[] {
  return Object.values(build.routes).flatMap((route) => {
    if (!route || route.id === 'root') return [];
    const { loader, action, default: page } = route.module;
    const shared = { routeId: route.id, pattern: `/${route.path ?? ''}`, isPage: page !== undefined };
    const read = loader ? [{ ...shared, kind: 'loader' as const, intent: null, gate: gateOf(loader) }] : [];
    return [...read, ...(action ? actionsOf(shared, gateOf(action)) : [])];
  });
}

function actionsOf(
  shared: Pick<Endpoint, 'routeId' | 'pattern' | 'isPage'>,
  gate: DeclaredGate | undefined,
): Endpoint[] {
  if (gate === undefined || typeof gate === 'string')
    return [{ ...shared, kind: 'action', intent: null, gate }];
  return Object.entries(gate).map(([intent, each]) => ({ ...shared, kind: 'action', intent, gate: each }));
}
