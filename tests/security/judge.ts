import type { Answer, Handler } from '#tests/security/app.ts';
import { addressOf, bodyOf, type Cell, fieldsOf, nameOf } from '#tests/security/cells.ts';
import { personIn, type Signed } from '#tests/security/people.ts';
import { secretIn, secretsFrom } from '#tests/security/secrets.ts';
import type { Trace, Watch } from '#tests/security/watch.ts';

const origin = 'http://127.0.0.1:3000';

const signedFor = async ({ role, tenant }: Cell): Promise<Signed | null> =>
  role === 'anonymous' ? null : personIn(role, tenant);

/** The request of a cell. A page's loader is asked for its data; `whole` asks for the page as a browser does. */
export function requestOf(cell: Cell, cookie: string, { whole = false, site = 'same-origin' } = {}): Request {
  const { kind, isPage, routeId } = cell.endpoint;
  const headers = { cookie, 'sec-fetch-site': site, 'accept-language': 'zh-CN' };
  const url = new URL(addressOf(cell), origin);
  if (isPage && !whole) url.searchParams.set('_data', routeId);
  if (kind === 'loader') return new Request(url, { headers });
  return new Request(url, { method: 'POST', headers, body: bodyOf(cell) });
}

const leadsToSignIn = ({ location }: Answer) => location.startsWith('/login?next=');

/** What is wrong with the answer by its status; null when it is as expected. */
function wrongStatus({ expect }: Cell, answer: Answer): string | null {
  const { status } = answer;
  const seen = leadsToSignIn(answer)
    ? 'sign-in'
    : status === 403
      ? 'forbidden'
      : status === 404
        ? 'missing'
        : status === 401
          ? 'token'
          : 'open';
  if (seen === 'open' && status >= 500) return `a fault: ${status}`;
  return seen === expect ? null : `${seen} (${status}) instead of ${expect}`;
}

/** What a refusal must leave behind: nothing written, and one line that says so. */
function wrongTrace({ expect, whose }: Cell, { written, denials, misses }: Trace): string | null {
  if (expect === 'open') return denials === 0 ? null : 'a denial was logged although it was let through';
  if (written !== 0) return `${written} rows were written`;
  if (expect === 'forbidden') return denials === 1 ? null : `${denials} lines of denial instead of one`;
  if (whose === 'other') return misses === 1 ? null : `${misses} lines of a miss instead of one`;
  return denials === 0 ? null : 'a denial was logged for a visitor';
}

/** What is wrong with a cell; null when it holds. */
export async function faultOf(watch: Watch, handler: Handler, cell: Cell): Promise<string | null> {
  const signed = await signedFor(cell);
  const cookie = signed?.cookie ?? '';
  const request = requestOf(cell, cookie);
  const { outcome: answer, trace } = await watch.trace(() => handler(request));
  const secrets = await secretsFrom(watch, signed?.person ?? null);
  const given = secretIn(answer.text, secrets, `${request.url} ${fieldsOf(cell)}`, cell.endpoint.pattern);
  const fault = wrongStatus(cell, answer) ?? wrongTrace(cell, trace) ?? (given && `it gives away ${given}`);
  return fault && `${nameOf(cell)}: ${fault}`;
}

/** What is wrong with the whole page that a browser would get; null when it holds or there is none. */
export async function faultOfPage(watch: Watch, handler: Handler, cell: Cell): Promise<string | null> {
  if (!cell.endpoint.isPage || cell.endpoint.kind === 'action') return null;
  const signed = await signedFor(cell);
  const request = requestOf(cell, signed?.cookie ?? '', { whole: true });
  const answer = await handler(request);
  const given = secretIn(
    answer.text,
    await secretsFrom(watch, signed?.person ?? null),
    request.url,
    cell.endpoint.pattern,
  );
  const fault = wrongStatus(cell, answer) ?? (given && `it gives away ${given}`);
  return fault && `${nameOf(cell)}, whole page: ${fault}`;
}
