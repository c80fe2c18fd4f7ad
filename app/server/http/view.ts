import { json, type LoaderFunctionArgs, type TypedResponse } from '@remix-run/node';
import type { z } from 'zod';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { type AuditLine, appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { authorise, type Gate, noteMiss } from '~/server/http/authorise.ts';
import { declareGate } from '~/server/http/declared-gate.ts';
import { readLocale } from '~/server/http/locale.ts';
import { parsed, searchOf, unwrap } from '~/server/http/request-input.ts';
import type { Locale } from '~/text/define.ts';

export type ViewContext<P, Q> = {
  readonly actor: Actor;
  readonly params: P;
  readonly query: Q;
  readonly locale: Locale;
  readonly request: Request;
};

type PageHeaders = Readonly<Record<string, string>>;

type View<P, Q, T> = {
  readonly can: Gate;
  /**
   * The line for the audit log: an action in the actor's own chain, a line made from what was read (a bank reading a
   * firm's file names the firm), or null for public pages and a firm reading its own.
   */
  readonly audit: string | null | ((data: NoInfer<T>, context: ViewContext<P, Q>) => AuditLine | null);
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly headers?: PageHeaders | ((data: T) => PageHeaders);
  /** Loads the page's data; a refusal becomes the error page with its wording (404 for `*.not-found`). */
  load(context: ViewContext<P, Q>): Promise<T | Result<T, Refusal>>;
};

/** A page's loader: gate, checked parameters, data, audit — declared, not programmed. */
export function view<T, P = Record<string, never>, Q = Record<string, never>>(declared: View<P, Q, T>) {
  return declareGate(
    declared.can,
    async ({ request, params, context }: LoaderFunctionArgs): Promise<TypedResponse<T>> => {
      const actor = await authorise(request, context, declared.can);
      const call: ViewContext<P, Q> = {
        actor,
        params: parsed(declared.params, params),
        query: parsed(declared.query, searchOf(request)),
        locale: await readLocale(request),
        request,
      };
      const outcome = await declared.load(call);
      await noteMiss(actor, declared.can, outcome);
      const data = unwrap(outcome);
      await audit(declared, data, call);
      const own = typeof declared.headers === 'function' ? declared.headers(data) : declared.headers;
      return json(data as never, { headers: { 'cache-control': 'no-store', ...own } }) as TypedResponse<T>;
    },
  );
}

async function audit<P, Q, T>(declared: View<P, Q, T>, data: T, call: ViewContext<P, Q>): Promise<void> {
  const { audit: wanted } = declared;
  const line =
    typeof wanted === 'function' ? wanted(data, call) : wanted === null ? null : { action: wanted };
  if (line) await withActor(call.actor, (tx) => appendAudit(tx, call.actor, line));
}
