import type { Named } from '~/domain/catalogue/item.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { modeOf, type Proposal, proposalOf } from '~/domain/record/precedence.ts';
import { decideBy } from '~/domain/record/three-way.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readReconciliationRules } from '~/server/record/read-reconciliation-rules.ts';
import { claimsOf } from '~/server/record/store-precedence.ts';
import { type Claim, type ConflictRow, countOpen, findConflicts } from '~/server/record/store-reconcile.ts';

const pageSize = 20;

/** What a source says, in words of the catalogue. */
export type ClaimShown = Omit<Claim, 'category' | 'detail'> & {
  readonly category: Named | null;
  readonly reference: string | null;
};

export type ConflictShown = Omit<
  ConflictRow,
  'item' | 'own' | 'provider' | 'third' | 'at' | 'decidedAt' | 'enterpriseId' | 'authority' | 'decidedHere'
> & {
  readonly item: Named;
  /** The department that supplies the item. */
  readonly providerName: Named;
  /** Which of the sources made the determination: what it says goes before copies (谁认定谁负责). */
  readonly determinedBy: ConflictRow['authority'];
  /** Who is proposed and why; null once decided, or where no authority speaks. */
  readonly proposal: Proposal | null;
  readonly dueOn: Day;
  readonly isLate: boolean;
  readonly own: ClaimShown | null;
  readonly provider: ClaimShown | null;
  readonly third: ClaimShown | null;
};

export type ConflictList = {
  readonly conflicts: readonly ConflictShown[];
  readonly open: boolean;
  readonly waiting: number;
  readonly next: string | null;
};

/** The queue of conflicts between sources: those to decide, or those decided. */
export function listConflicts(
  actor: Actor,
  { open, after }: { readonly open: boolean; readonly after?: string | undefined },
): Promise<ConflictList> {
  return withActor(actor, async (tx) => {
    const rows = await findConflicts(tx, { open, after: after ?? null, limit: pageSize + 1 });
    const today = clock.today();
    const catalogue = await readCatalogue(tx, today);
    const { decideWorkingDays, precedence } = await readReconciliationRules(tx, today);
    const shown = rows.slice(0, pageSize);
    return {
      conflicts: shown.map((conflict) => {
        const { item, own, provider, third, at, decidedAt: _, enterpriseId: __, ...rest } = conflict;
        const { authority, decidedHere, ...row } = rest;
        const mode = modeOf(precedence, item);
        const dueOn = decideBy(dayAt(at), decideWorkingDays);
        const categories = catalogue.get(item)?.categories ?? [];
        const say = (claim: Claim | null): ClaimShown | null =>
          claim && {
            ...claim,
            category: categories.find((each) => each.code === claim.category) ?? null,
            reference: claim.detail?.reference ?? null,
          };
        return {
          ...row,
          item: catalogue.get(item)?.name ?? { zh: item, en: item },
          providerName: catalogue.get(item)?.providerName ?? { zh: '', en: '' },
          determinedBy: authority,
          proposal: row.verdict ? null : proposalOf(claimsOf(conflict), authority, { decidedHere, mode }),
          dueOn,
          isLate: row.verdict === null && dueOn < today,
          ...{ own: say(own), provider: say(provider), third: say(third) },
        };
      }),
      open,
      waiting: await countOpen(tx),
      next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}
