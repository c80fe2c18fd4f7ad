import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { declareGate } from '~/server/http/declared-gate.ts';
import { issueToken, type TokenRefusal } from '~/server/institution/issue-token.ts';

const form = z.object({
  grant_type: z.string().max(60),
  client_id: z.uuid(),
  client_secret: z.string().min(1).max(200),
  scope: z.string().max(200).optional(),
});

const answers: { readonly [C in TokenRefusal['code']]: readonly [error: string, status: number] } = {
  'api.client-unknown': ['invalid_client', 401],
  'api.scope-unknown': ['invalid_scope', 400],
  'api.too-many': ['slow_down', 429],
};

const refused = (error: string, status: number, minutes = 0) =>
  Response.json(
    { error },
    {
      status,
      headers: {
        'cache-control': 'no-store',
        ...(status === 401 && { 'www-authenticate': 'Basic realm="xinqiao"' }),
        ...(minutes > 0 && { 'retry-after': String(minutes * 60) }),
      },
    },
  );

/** Where a client gets its token (RFC 6749 4.4), by a form or with its name and secret in the header (2.3.1). */
export const tokenEndpoint = () =>
  declareGate('machine', async ({ request }: LoaderFunctionArgs | ActionFunctionArgs): Promise<Response> => {
    if (request.method !== 'POST') return refused('invalid_client', 401);
    const read = form.safeParse({ ...fromHeader(request), ...(await fieldsOf(request)) });
    if (!read.success) return refused('invalid_client', 401);
    const { grant_type: grant, client_id: clientId, client_secret: secret, scope } = read.data;
    if (grant !== 'client_credentials') return refused('unsupported_grant_type', 400);
    const issued = await issueToken({ clientId, secret, scope });
    if (!issued.ok) return refused(...answers[issued.refusal.code], issued.refusal.minutes);
    const { token, seconds, scopes } = issued.value;
    const body = { access_token: token, token_type: 'Bearer', expires_in: seconds, scope: scopes.join(' ') };
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  });

async function fieldsOf(request: Request): Promise<object> {
  const sent = await request.formData().catch(() => null);
  return sent ? Object.fromEntries([...sent].filter(([, value]) => typeof value === 'string')) : {};
}

function fromHeader(request: Request): object {
  const basic = /^Basic ([A-Za-z0-9+/=]{1,600})$/.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!basic) return {};
  const [id = '', ...rest] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { client_id: id, client_secret: rest.join(':') };
}
