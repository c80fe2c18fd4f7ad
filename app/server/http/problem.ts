import { readLocale } from '~/server/http/locale.ts';
import { refusals } from '~/text/all-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';

type Problem = {
  readonly code: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A refusal for a machine (RFC 9457): a code to branch on, a sentence to log, the facts of the refusal beside it. */
export async function problem(
  request: Request,
  { code, status, headers, ...facts }: Problem,
): Promise<Response> {
  const detail = wordRefusal(refusals, { code, ...facts }, await readLocale(request));
  const body = { type: `urn:xinqiao:${code}`, title: code, status, code, detail, ...facts };
  const text = JSON.stringify(body, (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}
