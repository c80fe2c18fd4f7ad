import { parseWithZod } from '@conform-to/zod/v4';
import { type ActionFunctionArgs, json, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { authorise, type Gate, noteMiss, notFound, refuseCrossSite } from '~/server/http/authorise.ts';
import { clientAddress } from '~/server/http/client-address.ts';
import { declareGate, declareGates } from '~/server/http/declared-gate.ts';
import { type Flash, flash } from '~/server/http/flash.ts';
import { formBody } from '~/server/http/form-body.ts';
import { readLocale } from '~/server/http/locale.ts';
import { refusals } from '~/text/all-refusals.ts';
import type { Locale } from '~/text/define.ts';
import { type FormIssue, wordIssue } from '~/text/form-errors.ts';
import { wordRefusal } from '~/text/refusal.ts';

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

/** The texts of a form as they were typed, by field. */
export type Typed = { readonly [field: string]: string | undefined };

/** What a form can be told about what was typed into it so far, beyond errors. */
type Look<P> = {
  /** Whether a button was pressed that only looks something up: a search in a long list, a check of a number. */
  when(typed: Typed): boolean;
  /** What the page shows about it; sent with every answer that keeps the form open. */
  about(typed: Typed, context: Omit<CommandContext<never, P>, 'input'>): Promise<object>;
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
  readonly look?: Look<P>;
  /** A refusal with a `field` is shown at that field instead of above the form. */
  run(context: CommandContext<I, P>): Promise<Result<Done, Refusal & { readonly field?: string }>>;
};

/** What a page's form gets back: field errors with everything that was typed, a refusal to word, what was looked up. */
export type CommandReply = {
  readonly submission: object;
  readonly refusal: Refusal | null;
  /** The refusal in the reader's language: browsers are not sent the words of every refusal there is. */
  readonly words: string | null;
  readonly about?: object;
};

/** A form's action: gate, cross-site check, checked input, use case, then redirect, field errors or a worded refusal. */
export function command<I, P = Record<string, never>>(declared: Command<I, P>) {
  return declareGate(declared.can, async ({ request, params, context }: ActionFunctionArgs) => {
    refuseCrossSite(request);
    const actor = await authorise(request, context, declared.can);
    const checked = declared.params?.safeParse(params);
    if (checked && !checked.success) throw notFound();
    const locale = await readLocale(request);
    const address = clientAddress(context);
    const call = { actor, params: (checked?.data ?? {}) as P, locale, request, address };
    const { typed, submission, tooLarge } = await readForm(request, declared, locale);
    const { look, audit, secret = [] } = declared;
    const hideFields = [...secret];
    const stay = async (status: number, more: Omit<CommandReply, 'about'>) =>
      json<CommandReply>(look ? { ...more, about: await look.about(typed, call) } : more, status);
    if (tooLarge) return stay(413, tooLargeReply(submission, tooLarge, hideFields, locale));
    if (look?.when(typed)) {
      const { initialValue } = submission.reply({ hideFields });
      return stay(200, { submission: { initialValue }, refusal: null, words: null });
    }
    if (submission.status !== 'success')
      return stay(400, { submission: submission.reply({ hideFields }), refusal: null, words: null });
    const outcome = await declared.run({ ...call, input: submission.value as I });
    await noteMiss(actor, declared.can, outcome);
    if (!outcome.ok) return stay(409, refusedReply(submission, outcome.refusal, hideFields, locale));
    if (audit)
      await withActor(actor, (tx) => appendAudit(tx, actor, { action: audit, enterpriseId: firmOf(actor) }));
    return redirect(outcome.value.to, { headers: await headersOf(outcome.value) });
  });
}

async function readForm<I, P>(request: Request, declared: Command<I, P>, locale: Locale) {
  const { form, dropped } = await formBody(request);
  const submission = parseWithZod(form, {
    schema: declared.schema as never,
    formatError: (issues: FormIssue[]) => issues.map((issue) => wordIssue(refusals, issue, locale)),
  });
  return { typed: typedIn(form), submission, tooLarge: tooLargeIn(form, dropped, declared.maxFileBytes) };
}

const smallPart = 1_000_000;

type TooLarge = { readonly field: string; readonly code: string };

/** The field of the first file that is larger than the form takes, or of files that are too large together. */
function tooLargeIn(form: FormData, dropped: readonly string[], most = smallPart): TooLarge | null {
  if (dropped[0] !== undefined) return { field: dropped[0], code: 'http.files-too-large' };
  const found = [...form].find(([, part]) => typeof part !== 'string' && part.size > most);
  return found ? { field: found[0], code: 'http.file-too-large' } : null;
}

/** What was typed comes back with the form, and the sentence stands at the field of the file. */
function tooLargeReply(
  submission: Replying,
  { field, code }: TooLarge,
  hideFields: string[],
  locale: Locale,
): Omit<CommandReply, 'about'> {
  const fieldErrors = { [field]: [wordRefusal(refusals, { code }, locale)] };
  const { initialValue } = submission.reply({ hideFields }) as { initialValue?: object };
  return { submission: { initialValue, error: fieldErrors }, refusal: null, words: null };
}

type Replying = { reply(options: { hideFields: string[]; fieldErrors?: Record<string, string[]> }): object };

function refusedReply(
  submission: Replying,
  refusal: Refusal & { readonly field?: string },
  hideFields: string[],
  locale: Locale,
): Omit<CommandReply, 'about'> {
  if (refusal.code.endsWith('not-found')) throw notFound();
  const words = wordRefusal(refusals, plain(refusal), locale);
  if (!refusal.field) return { submission: submission.reply({ hideFields }), refusal: plain(refusal), words };
  const fieldErrors = { [refusal.field]: [words] };
  return { submission: submission.reply({ hideFields, fieldErrors }), refusal: null, words: null };
}

/** Files are no texts and stay out. */
const typedIn = (form: FormData): Typed =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Several forms on one page: each names its `intent` and is a command of its own. */
export function commands(table: {
  readonly [intent: string]: (args: ActionFunctionArgs) => Promise<Response>;
}) {
  const run = async (args: ActionFunctionArgs): Promise<Response> => {
    const { form } = await formBody(args.request);
    const intent = String(form.get('intent'));
    const chosen = Object.hasOwn(table, intent) ? table[intent] : undefined;
    if (!chosen) throw notFound();
    return chosen(args);
  };
  return declareGates(table, run);
}

const firmOf = (actor: Actor) => (actor.kind === 'person' ? actor.enterpriseId : null);

const plain = (refusal: Refusal): Refusal =>
  JSON.parse(JSON.stringify(refusal, (_, v) => (typeof v === 'bigint' ? v.toString() : v))) as Refusal;

async function headersOf(done: Done): Promise<Headers> {
  const headers = new Headers(done.headers);
  if (done.flash) headers.append('set-cookie', await flash.write(done.flash));
  return headers;
}
