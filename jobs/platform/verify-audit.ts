import type { Handler } from '#jobs/handler.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { verifiedAction, verifyAudit } from '~/server/audit/verify-audit.ts';

/** Recomputes every chain and notes the verdict in the platform's chain, where the audit desk reads it. */
export const verifyAuditLog: Handler<'platform.verify-audit'> = async (_, run) => {
  const { ok, streams, entries, firstFault } = await verifyAudit(run.actor);
  await run.once((tx) =>
    appendAudit(tx, run.actor, {
      action: verifiedAction,
      outcome: ok ? 'ok' : 'refused',
      detail: { streams, entries, firstFault },
    }),
  );
};
