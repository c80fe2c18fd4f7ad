import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { firmLines } from '~/server/application/store-firm-list.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findFirmByCode } from '~/server/enterprise/store-succession.ts';

type NotFound = { readonly code: 'record.firm-not-known'; readonly text: string };

/** The applications of a firm by its credit code, for who may look at any: the audit role and whoever runs the platform. */
export function listForReplay(actor: Actor, code: string): Promise<Result<ReplayList, NotFound>> {
  return withActor(actor, async (tx) => {
    const firm = await findFirmByCode(tx, code.toUpperCase());
    if (!firm) return refuse({ code: 'record.firm-not-known', text: code });
    const lines = await firmLines(tx, firm.id as EnterpriseId);
    return accept(
      lines.map(({ submittedAt, dueAt: _due, ...line }) => ({
        ...line,
        submittedAt: submittedAt.toISOString(),
      })),
    );
  });
}

export type ReplayList = readonly {
  readonly id: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly state: string;
  readonly submittedAt: string;
}[];
