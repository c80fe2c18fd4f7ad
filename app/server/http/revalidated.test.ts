import { json } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { declareGate, gateOf } from '~/server/http/declared-gate.ts';
import { revalidated } from '~/server/http/revalidated.ts';

let rows = ['one'];
const loader = revalidated(
  declareGate('public', async () => json({ rows }, { headers: { 'cache-control': 'no-store' } })),
);
const ask = (url: string, known?: string) =>
  loader({
    request: new Request(`http://bridge.example${url}`, known ? { headers: { 'if-none-match': known } } : {}),
    params: {},
    context: {},
  });

describe('the data of a public page', () => {
  it('are sent once and then only confirmed, until they change', async () => {
    const first = await ask('/products?_data=shelf');
    const tag = first.headers.get('etag') ?? '';
    expect(await first.json()).toEqual({ rows: ['one'] });
    const again = await ask('/products?_data=shelf', `"other", W/${tag}`);
    expect([again.status, await again.text()]).toEqual([304, '']);
    rows = ['one', 'two'];
    const changed = await ask('/products?_data=shelf', tag);
    expect([changed.status, await changed.json()]).toEqual([200, { rows }]);
    expect(changed.headers.get('cache-control')).toBe('private, no-cache');
  });

  it('within a document are never kept: it has a nonce of its own', async () => {
    const document = await ask('/products');
    expect([document.headers.get('etag'), document.headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it('keep the gate that the loader declared', () => expect(gateOf(loader)).toBe('public'));
});
