import type { Tx } from '~/server/db/client.ts';
import { loansFreedBy, loansUnder } from '~/server/loan/store-succession.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * A borrower was absorbed or divided: its loans stay in its name and its successors answer for them. Each bank is told
 * whom to ask for a consent anew, and the successor which contracts it took over and that no consent came with them
 * (domain.md edge case 8, PIPL 22–23).
 */
export async function tellSuccession(tx: Tx, edge: string): Promise<void> {
  for (const loan of await loansUnder(tx, edge)) {
    const { firm, successor, kind, on, contractNo, bankZh, bankEn } = loan;
    await notify(tx, {
      to: { institutionId: loan.institutionId },
      kind: 'loan.borrower-succeeded',
      params: { firm, successor, kind, on, contractNo },
      href: `/bank/loans/${loan.loanId}`,
    });
    await notify(tx, {
      to: { enterpriseId: loan.successorId },
      kind: 'loan.taken-over',
      params: { firm, kind, on, contractNo, bankZh, bankEn },
      href: '/my/consents',
    });
  }
}

/** The succession was undone: the borrower answers for its loans again, and consents that ended stay ended. */
export async function tellUndone(tx: Tx, undoing: string): Promise<void> {
  for (const loan of await loansFreedBy(tx, undoing)) {
    const { firm, successor, contractNo, bankZh, bankEn } = loan;
    await notify(tx, {
      to: { institutionId: loan.institutionId },
      kind: 'loan.succession-undone',
      params: { firm, successor, contractNo },
      href: `/bank/loans/${loan.loanId}`,
    });
    await notify(tx, {
      to: { enterpriseId: loan.firmId },
      kind: 'loan.given-back',
      params: { successor, contractNo, bankZh, bankEn },
      href: '/my/consents',
    });
  }
}
