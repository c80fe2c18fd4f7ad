import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { vi } from 'vitest';
import type { Endpoint } from '#tests/security/app.ts';
import { bodyOf, type Cell, type Row } from '#tests/security/cells.ts';
import { differing, type Shown, shownBy } from '#tests/security/differences.ts';
import { named } from '#tests/security/named.ts';
import type { Role } from '~/domain/institution/role.ts';
import { type Permission, policy } from '~/server/access/policy.ts';

/** Somebody who asks, and one question: the questions come from the build's own table of routes. */
export type Asker = { readonly name: string; readonly role: Role | null; readonly cookie: string };
export type Question = {
  readonly asker: Asker;
  readonly endpoint: Endpoint;
  readonly address: string;
  readonly cell?: Cell;
};

const origin = 'http://127.0.0.1:3000';
const moment = new Date(Date.now() + 3_600_000);
let asked = 0;

/** Puts one question to the build; each comes from an address of its own, so that no limit is met. */
export async function ask(build: ServerBuild, { asker, endpoint, address, cell }: Question): Promise<Shown> {
  const url = new URL(address, origin);
  if (endpoint.isPage) url.searchParams.set('_data', endpoint.routeId);
  const headers = { cookie: asker.cookie, 'sec-fetch-site': 'same-origin', 'accept-language': 'zh-CN' };
  const request = cell
    ? new Request(url, { method: 'POST', headers, body: bodyOf(cell) })
    : new Request(url, { headers });
  asked += 1;
  const context = {
    nonce: 'n',
    requestId: 'r',
    clientAddress: `10.8.${(asked >> 8) & 255}.${asked & 255}`,
  };
  return shownBy(await createRequestHandler(build, 'production')(request, context));
}

export const mayAsk = ({ gate }: Endpoint, { role }: Asker): boolean => {
  if (gate === 'public') return true;
  if (role === null || gate === 'machine') return false;
  if (gate === 'signed-in') return true;
  return typeof gate === 'string' && gate in policy && role in policy[gate as Permission];
};

export const fill = (pattern: string, row: Row | Readonly<Record<string, string>>): string => {
  const values: Readonly<Record<string, string>> = { ...named[pattern]?.params, ...row };
  return pattern.replace(/:(\w+)|\*/g, (whole, name?: string) => values[name ?? whole] ?? 'x');
};

/** Ways to ask a list for more than it shows at first: filters, words, the firm by name and code. */
export const lists = ['', 'state=closed', 'q=河畔&firm=河畔', 'text=河畔面包坊', 'uscc=91640100MA76FGFU5A'];

/** Asks everything within one and the same moment, so that no clock tells anything. */
export async function answersTo(build: ServerBuild, questions: readonly Question[]): Promise<Shown[]> {
  vi.useFakeTimers({ toFake: ['Date'], now: moment });
  const answers: Shown[] = [];
  for (const question of questions) answers.push(await ask(build, question));
  vi.useRealTimers();
  return answers;
}

/** What asking itself changes or what is drawn anew each time: reads left of a consent's day, the number of a report, the log of asking in it and in a firm's own copy. */
const worn =
  /\/report\.pdf\b.* body$|\/report(\.json)?\?? body\.(hash|signature|qr|report\.(id|verifyPath|queries))\b| body\.access\.permit\.readsLeft$|^\/my\/data-rights\/export\.json\?? body\.(sha256|signature|content)$/;

/** What one and the same questions are answered differently, but for what asking itself changes. */
export const toldBy = (
  questions: readonly Question[],
  before: readonly Shown[],
  after: readonly Shown[],
): string[] =>
  questions.flatMap(({ asker, address }, i) =>
    differing(before[i] ?? new Map(), after[i] ?? new Map())
      .filter((path) => !worn.test(`${address} ${path}`))
      .map((path) => `${asker.name} ${address} ${path}: ${before[i]?.get(path)} → ${after[i]?.get(path)}`),
  );
