import { type ActionFunctionArgs, json } from '@remix-run/node';
import type { z } from 'zod';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { authorise, type Gate, noteMiss, refuseCrossSite } from '~/server/http/authorise.ts';
import { declareGate } from '~/server/http/declared-gate.ts';
import { readLocale } from '~/server/http/locale.ts';
import { refusals } from '~/text/all-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';

type ExchangeCall<B, P> = {
  readonly actor: Actor;
  readonly body: B;
  readonly params: P;
  readonly request: Request;
};

type Exchange<B, P, R> = {
  readonly can: Gate;
  readonly params?: z.ZodType<P>;
  /** What the fields of its form must be; left out, the body is raw bytes. */
  readonly schema?: z.ZodType<B>;
  run(call: ExchangeCall<B, P>): Promise<Result<R, Refusal & { readonly status?: number }>>;
};

/** What a page's script gets back where it was refused: the code to act on, the sentence to show, the facts beside it. */
export type Refused = { readonly refused: { readonly code: string; readonly said: string } };

const largestForm = 10_000;

/** A route that a page's own script talks to: gate, cross-site check, checked form or bytes, use case, JSON or a worded refusal. */
export function exchange<R, B = Uint8Array<ArrayBuffer>, P = Record<string, never>>(
  declared: Exchange<B, P, R>,
) {
  return declareGate(declared.can, async ({ request, params, context }: ActionFunctionArgs) => {
    refuseCrossSite(request);
    const actor = await authorise(request, context, declared.can);
    const say = async (refusal: Refusal & { readonly status?: number }) => {
      const { status, ...facts } = refusal;
      const said = wordRefusal(refusals, facts, await readLocale(request));
      const missing = refusal.code.endsWith('not-found');
      return json({ refused: { ...facts, said } }, status ?? (missing ? 404 : 409));
    };
    const at = declared.params?.safeParse(params);
    if (at && !at.success) return say({ code: 'http.not-found', status: 404 });
    const body = declared.schema ? await fieldsOf(request, declared.schema) : await bytesOf(request);
    if (body === null) return say({ code: 'http.form-unreadable', status: 400 });
    const call = { actor, body: body as B, params: (at?.data ?? {}) as P, request };
    const outcome = await declared.run(call);
    await noteMiss(actor, declared.can, outcome);
    return outcome.ok ? json(outcome.value as object) : say(outcome.refusal);
  });
}

const bytesOf = async (request: Request) => new Uint8Array(await request.arrayBuffer());

async function fieldsOf<B>(request: Request, schema: z.ZodType<B>): Promise<B | null> {
  const text = await request.text();
  if (text.length > largestForm) return null;
  const read = schema.safeParse(Object.fromEntries(new URLSearchParams(text)));
  return read.success ? read.data : null;
}
