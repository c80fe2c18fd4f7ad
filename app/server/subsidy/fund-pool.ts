import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PostRefusal } from '~/domain/ledger/refusal.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { poolOf, treasuryOf } from '~/server/subsidy/accounts.ts';
import { subsidyPayers } from '~/server/subsidy/subsidy-payers.ts';

type Appropriation = {
  /** One of those that the published schemes name. */
  readonly payer: string;
  readonly amount: Fen;
  readonly receivedOn: Day;
  /** The number of the treasury's payment: the same number is booked once. */
  readonly reference: string;
};

export type FundRefusal =
  | PostRefusal
  | { readonly code: 'subsidy.no-payer'; readonly field: 'payer' }
  | { readonly code: 'subsidy.fund-nothing'; readonly field: 'amount' }
  | { readonly code: 'subsidy.fund-date'; readonly field: 'receivedOn' };

/** Books money that a treasury paid in for subsidies (拨付); the same payment number is booked once. */
export function fundPool(actor: Actor, paid: Appropriation): Promise<Result<null, FundRefusal>> {
  asPerson(actor);
  return withActor(actor, async (tx) => {
    if (paid.amount <= 0n) return refuse({ code: 'subsidy.fund-nothing', field: 'amount' });
    if (paid.receivedOn > clock.today()) return refuse({ code: 'subsidy.fund-date', field: 'receivedOn' });
    if (!(await subsidyPayers(tx)).includes(paid.payer))
      return refuse({ code: 'subsidy.no-payer', field: 'payer' });
    const [from, to] = [await treasuryOf(tx, paid.payer), await poolOf(tx, paid.payer)];
    const posted = await postTransfer(tx, actor, {
      key: `subsidy-fund-${paid.payer}-${paid.reference}`,
      kind: 'subsidy.funded',
      effectiveOn: paid.receivedOn,
      legs: [{ from, to, amount: fen(paid.amount) }],
      about: { memo: paid.reference },
    });
    if (!posted.ok) return posted;
    const detail = { payer: paid.payer, amountFen: paid.amount, reference: paid.reference };
    await recordChange(tx, actor, { kind: 'subsidy.funded', subjectId: randomUUID(), payload: detail });
    await appendAudit(tx, actor, { action: 'subsidy.funded', detail });
    return accept(null);
  });
}
