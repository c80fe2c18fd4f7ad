import { expect, test } from 'vitest';
import { formBody, mostHeld } from '~/server/http/form-body.ts';

/** A request as a browser sends a form, with the length that the server announces bodies by. */
async function sent(form: FormData): Promise<Request> {
  const drawn = new Response(form);
  const bytes = await drawn.arrayBuffer();
  const headers = {
    'content-type': drawn.headers.get('content-type') ?? '',
    'content-length': String(bytes.byteLength),
  };
  return new Request('http://bridge.test/', { method: 'POST', headers, body: bytes });
}

const filled = (bytes: number) => {
  const form = new FormData();
  form.append('text', '欠税已于本周缴清，附完税凭证。');
  form.append('choice', 'a');
  form.append('choice', 'b');
  form.append('documents', new File([new Uint8Array(bytes)], '凭证.pdf'));
  form.append('other', new File([], ''));
  return form;
};

test('a form that fits is read as it is', async () => {
  const { form, dropped } = await formBody(await sent(filled(10)));
  expect([form.get('text'), form.getAll('choice'), dropped]).toEqual([
    '欠税已于本周缴清，附完税凭证。',
    ['a', 'b'],
    [],
  ]);
  expect((form.get('documents') as File).size).toBe(10);
});

test('of one that is too large what was typed is kept, and the fields of its files are named', async () => {
  const request = await sent(filled(mostHeld));
  const { form, dropped } = await formBody(request);
  expect([form.get('text'), form.getAll('choice')]).toEqual(['欠税已于本周缴清，附完税凭证。', ['a', 'b']]);
  expect([form.has('documents'), dropped]).toEqual([false, ['documents']]);
  expect(await formBody(request)).toBe(await formBody(request)); // read once, asked for twice
});

test('text without end is no form', async () => {
  const form = filled(mostHeld);
  form.append('more', 'x'.repeat(1_100_000));
  const refused = await formBody(await sent(form)).catch((answer: Response) => answer);
  expect(refused).toMatchObject({ status: 400 });
});

test('what is no form is refused', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '4' };
  const request = new Request('http://bridge.test/', { method: 'POST', headers, body: 'oops' });
  expect(await formBody(request).catch((answer: Response) => answer.status)).toBe(400);
});
