import { parseWithZod } from '@conform-to/zod/v4';
import {
  type ActionFunctionArgs,
  json,
  redirect,
  unstable_createMemoryUploadHandler,
  unstable_parseMultipartFormData,
} from '@remix-run/node';
import type { z } from 'zod';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { authorise, type Gate, notFound, refuseCrossSite } from '~/server/http/authorise.ts';
import { clientAddress } from '~/server/http/client-address.ts';
import { declareGate, declareGates } from '~/server/http/declared-gate.ts';
import { type Flash, flash } from '~/server/http/flash.ts';
import { readLocale } from '~/server/http/locale.ts';
import { refusals } from '~/text/all-refusals.ts';
import type { Locale } from '~/text/define.ts';
import { type FormIssue, wordIssue } from '~/text/form-errors.ts';

export type CommandContext<I, P> = {
  readonly actor: Actor;
  readonly input: I;
  readonly params: P;
  readonly locale: Locale;
  readonly request: Request;
  /** The network address the request came from, for rate limits. */
  readonly address: string;
};

/** Where an accepted command leads, what it says there, and headers such as a session cookie. */
export type Done = {
  readonly to: string;
  readonly flash?: Flash;
  readonly headers?: HeadersInit;
};

type Command<I, P> = {
  readonly can: Gate;
  /** Logged when the use case does not write its own line; null when it does. */
  readonly audit: string | null;
  readonly params?: z.ZodType<P>;
  readonly schema: z.ZodType<I>;
  /** Fields that are never sent back to the browser, such as passwords. */
  readonly secret?: readonly string[];
  /** Largest file part in bytes; forms without files need none. */
  readonly maxFileBytes?: number;
  run(context: CommandContext<I, P>): Promise<Result<Done, Refusal>>;
};

/** What a page's form gets back: field errors with everything that was typed, or a refusal to word. */
export type CommandReply = { readonly submission: object; readonly refusal: Refusal | null };

/** A form's action: gate, cross-site check, checked input, use case, then redirect, field errors or a worded refusal. */
export function command<I, P = Record<string, never>>(declared: Command<I, P>) {
  return declareGate(declared.can, async ({ request, params, context }: ActionFunctionArgs) => {
    refuseCrossSite(request);
    const actor = await authorise(request, context, declared.can);
    const checked = declared.params?.safeParse(params);
    if (checked && !checked.success) throw notFound();
    const locale = await readLocale(request);
    const submission = parseWithZod(await formOf(request, declared.maxFileBytes), {
      schema: declared.schema as never,
      formatError: (issues: FormIssue[]) => issues.map((issue) => wordIssue(refusals, issue, locale)),
    });
    const reply = () => submission.reply({ hideFields: [...(declared.secret ?? [])] });
    if (submission.status !== 'success')
      return json<CommandReply>({ submission: reply(), refusal: null }, 400);
    const input = submission.value as I;
    const call = {
      actor,
      input,
      params: (checked?.data ?? {}) as P,
      locale,
      request,
      address: clientAddress(context),
    };
    const outcome = await declared.run(call);
    if (!outcome.ok) {
      if (outcome.refusal.code.endsWith('not-found')) throw notFound();
      return json<CommandReply>({ submission: reply(), refusal: plain(outcome.refusal) }, 409);
    }
    const { audit } = declared;
    if (audit)
      await withActor(actor, (tx) => appendAudit(tx, actor, { action: audit, enterpriseId: firmOf(actor) }));
    return redirect(outcome.value.to, { headers: await headersOf(outcome.value) });
  });
}

/** Several forms on one page: each names its `intent` and is a command of its own. */
export function commands(table: {
  readonly [intent: string]: (args: ActionFunctionArgs) => Promise<Response>;
}) {
  const run = async (args: ActionFunctionArgs): Promise<Response> => {
    const form = await args.request.clone().formData();
    const intent = String(form.get('intent'));
    const chosen = Object.hasOwn(table, intent) ? table[intent] : undefined;
    if (!chosen) throw notFound();
    return chosen(args);
  };
  return declareGates(table, run);
}

function formOf(request: Request, maxFileBytes: number | undefined): Promise<FormData> {
  const multipart = request.headers.get('content-type')?.startsWith('multipart/form-data');
  if (!multipart) return request.formData();
  return unstable_parseMultipartFormData(
    request,
    unstable_createMemoryUploadHandler({ maxPartSize: maxFileBytes ?? 1_000_000 }),
  );
}

const firmOf = (actor: Actor) => (actor.kind === 'person' ? actor.enterpriseId : null);

const plain = (refusal: Refusal): Refusal =>
  JSON.parse(JSON.stringify(refusal, (_, v) => (typeof v === 'bigint' ? v.toString() : v))) as Refusal;

async function headersOf(done: Done): Promise<Headers> {
  const headers = new Headers(done.headers);
  if (done.flash) headers.append('set-cookie', await flash.write(done.flash));
  return headers;
}
