import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { database, scopeOfTransaction, type Tx } from '~/server/db/client.ts';
import { scopeOf } from '~/server/db/scope.ts';

type Options = {
  /** The firm of a consent that was checked in this very request (`readUnderConsent`); nobody else passes it. */
  readonly subject?: EnterpriseId;
  /** One snapshot for all its statements, for reading only. */
  readonly snapshot?: boolean;
  /** How long it may take; half a minute by default. */
  readonly timeout?: number;
};

/**
 * Runs work in one transaction as the actor: row-level security shows and takes only what is the actor's.
 * Throwing rolls back; a refusal that must write nothing is decided before the first write.
 */
export function withActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: Options = {}): Promise<T> {
  const scope = scopeOf(actor, options.subject);
  return traced(() =>
    scopeOfTransaction.run({ ...scope, ...(options.snapshot && { snapshot: true }) }, () =>
      database().prisma.$transaction(work, { maxWait: 10_000, timeout: options.timeout ?? 30_000 }),
    ),
  );
}

/** One span a transaction; without tracing it costs nothing. */
function traced<T>(run: () => Promise<T>): Promise<T> {
  return trace.getTracer('xinqiao').startActiveSpan('transaction', async (span) => {
    try {
      return await run();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
