import type { LoaderFunctionArgs } from '@remix-run/node';
import type { z } from 'zod';
import type { Refusal, Result } from '~/domain/kernel/result.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { authorise, type Gate, noteMiss } from '~/server/http/authorise.ts';
import { declareGate } from '~/server/http/declared-gate.ts';
import { readLocale } from '~/server/http/locale.ts';
import { parsed, searchOf, unwrap } from '~/server/http/request-input.ts';
import type { ViewContext } from '~/server/http/view.ts';

export type DownloadedFile = {
  readonly name: string;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Shown in the browser instead of kept: only for types that run nothing. */
  readonly inline?: boolean;
};

type Download<P, Q> = {
  readonly can: Gate;
  /** The action for the audit log; null when the use case writes its own line. */
  readonly audit: string | null;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  file(context: ViewContext<P, Q>): Promise<DownloadedFile | Result<DownloadedFile, Refusal>>;
};

/** A route that answers with a file: gate, checked parameters, file, audit. */
export function download<P = Record<string, never>, Q = Record<string, never>>(declared: Download<P, Q>) {
  return declareGate(
    declared.can,
    async ({ request, params, context }: LoaderFunctionArgs): Promise<Response> => {
      const actor = await authorise(request, context, declared.can);
      const call: ViewContext<P, Q> = {
        actor,
        params: parsed(declared.params, params),
        query: parsed(declared.query, searchOf(request)),
        locale: await readLocale(request),
        request,
      };
      const outcome = await declared.file(call);
      await noteMiss(actor, declared.can, outcome);
      const file = unwrap(outcome);
      const { audit } = declared;
      if (audit) await withActor(actor, (tx) => appendAudit(tx, actor, { action: audit }));
      return new Response(file.body as BodyInit, { headers: headersOf(file) });
    },
  );
}

const headersOf = (file: DownloadedFile) => ({
  'content-type': file.type,
  'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
});
