import { unstable_parseMultipartFormData as parseMultipart, type UploadHandler } from '@remix-run/node';
import { refusalResponse } from '~/server/http/authorise.ts';

/** The most of one form that is held at a time, in bytes; of a larger one what was typed is kept and its files pass by. */
export const mostHeld = 32 * 1024 * 1024;
/** Text beside files beyond this is no form of ours, in bytes. */
const mostText = 1_000_000;

/** A form as it was sent, and the fields of files that were let go because the whole was too large. */
export type FormBody = { readonly form: FormData; readonly dropped: readonly string[] };

const read = new WeakMap<Request, Promise<FormBody>>();

/** The form of a request, read once. A body that is no form is refused. */
export function formBody(request: Request): Promise<FormBody> {
  const known = read.get(request);
  if (known) return known;
  const body = readBody(request).catch((fault: unknown): never => {
    if (fault instanceof Response) throw fault;
    throw refusalResponse({ code: 'http.form-unreadable' }, 400);
  });
  read.set(request, body);
  return body;
}

async function readBody(request: Request): Promise<FormBody> {
  if (Number(request.headers.get('content-length') ?? 0) <= mostHeld)
    return { form: await request.formData(), dropped: [] };
  const dropped = new Set<string>();
  const form = await parseMultipart(request, texts(dropped));
  return { form, dropped: [...dropped] };
}

/** Keeps the texts of a form and lets the bytes of its files pass by. */
function texts(dropped: Set<string>): UploadHandler {
  let left = mostText;
  return async ({ name, filename, data }) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of data) {
      if (filename !== undefined) continue;
      left -= chunk.byteLength;
      if (left < 0) throw refusalResponse({ code: 'http.form-unreadable' }, 400);
      chunks.push(chunk);
    }
    if (filename === undefined) return Buffer.concat(chunks).toString('utf8');
    if (filename !== '') dropped.add(name);
    return undefined;
  };
}
