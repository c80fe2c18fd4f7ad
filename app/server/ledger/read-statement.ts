import type { Day } from '~/domain/kernel/day.ts';
import { accept, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { showStatement } from '~/server/ledger/show-statement.ts';
import { findAccountByCode } from '~/server/ledger/store-balances.ts';

type Span = { readonly from?: Day | undefined; readonly to?: Day | undefined };

/** The whole statement of the account with a code, page after page as the desk reads it. */
export async function readStatement(actor: Actor, code: string, span: Span) {
  const id = await withActor(actor, (tx) => findAccountByCode(tx, code));
  if (!id) return refuse({ code: 'ledger.account-unknown' } as const);
  const first = await showStatement(actor, id, span);
  if (!first.ok) return first;
  const lines = [...first.value.lines];
  for (let next = first.value.next; next; ) {
    const page = await showStatement(actor, id, { ...first.value.span, after: next });
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    next = page.value.next;
  }
  return accept({ ...first.value, lines });
}

export type StatementRead = Extract<Awaited<ReturnType<typeof readStatement>>, { ok: true }>['value'];
