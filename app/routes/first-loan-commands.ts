import { accept } from '~/domain/kernel/result.ts';
import { loanParams } from '~/routes/loan-query.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Permission } from '~/server/access/policy.ts';
import { command } from '~/server/http/command.ts';
import { firstLoanSchemas as forms } from '~/server/loan/servicing-schemas.ts';
import { type Stated, stateFirstLoan } from '~/server/loan/state-first-loan.ts';

/** What a bank, or the funds desk, states of a first loan; the page then shows what follows from it. */
export function firstLoanCommands(can: Permission, base: string) {
  const shared = { can, audit: null, params: loanParams } as const;
  const stated = async (actor: Actor, id: string, what: Stated) => {
    const status = await stateFirstLoan(actor, id, what);
    if (!status.ok) return status;
    const message = `loan.first-loan-${status.value.status}`;
    return accept({ to: `${base}/${id}`, flash: { tone: 'success', message } as const });
  };
  return {
    'first-loan-clear': command({
      ...shared,
      schema: forms.clear,
      run: ({ actor, params: { id }, input }) => stated(actor, id, { kind: 'clear-record', ...input }),
    }),
    'first-loan-earlier': command({
      ...shared,
      schema: forms.earlier,
      run: ({ actor, params: { id }, input }) => stated(actor, id, { kind: 'earlier', ...input }),
    }),
    'first-loan-withdraw': command({
      ...shared,
      schema: forms.withdraw,
      run: ({ actor, params: { id }, input }) => stated(actor, id, { kind: 'withdrawal', ...input }),
    }),
  };
}
