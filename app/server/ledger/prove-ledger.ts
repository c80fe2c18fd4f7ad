import type { Reader } from '~/server/db/client.ts';
import {
  type LedgerCheck,
  type LedgerSizes,
  ledgerChecks,
  ledgerSizes,
} from '~/server/ledger/store-verify.ts';

export type CheckVerdict = {
  readonly ok: boolean;
  /** How many rows break it, and what the first is called: a journal number, hold, account, limit, day or table. */
  readonly wrong: number;
  readonly first: string | null;
};

export type LedgerVerdict = LedgerSizes & {
  readonly ok: boolean;
  readonly checks: { readonly [C in LedgerCheck]: CheckVerdict };
};

export const checkNames = Object.keys(ledgerChecks) as LedgerCheck[];

/** Proves every invariant of the ledger within a transaction that sees all its rows. */
export async function proveLedger(
  tx: Reader,
  done: (check: LedgerCheck) => void = () => undefined,
): Promise<LedgerVerdict> {
  const checks = {} as Record<LedgerCheck, CheckVerdict>;
  for (const name of checkNames) {
    const [broken] = await ledgerChecks[name](tx);
    const wrong = Number(broken?.n ?? 0);
    checks[name] = { ok: wrong === 0, wrong, first: broken?.first ?? null };
    done(name);
  }
  const ok = checkNames.every((name) => checks[name].ok);
  return { ok, ...(await ledgerSizes(tx)), checks };
}
