import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { checkNames, type LedgerVerdict } from '~/server/ledger/prove-ledger.ts';
import { findLastProof, proofAction } from '~/server/ledger/store-proof.ts';

/** A check that failed: how many rows break it and what the first is called. */
export type BrokenCheck = { readonly check: string; readonly wrong: number; readonly first: string | null };

/** What the last proof of the ledger found. */
export type LedgerProof = {
  readonly ok: boolean;
  readonly at: string;
  readonly transactions: number;
  readonly postings: number;
  readonly broken: readonly BrokenCheck[];
};

/** Notes what a proof of the ledger found in the platform's audit chain. */
export async function keepVerdict(tx: Tx, actor: Actor, verdict: LedgerVerdict): Promise<void> {
  const { ok, checks, transactions, postings } = verdict;
  const broken = checkNames
    .filter((name) => !checks[name].ok)
    .map((check) => ({ check, wrong: checks[check].wrong, first: checks[check].first }));
  const detail = { transactions, postings, broken };
  await appendAudit(tx, actor, { action: proofAction, outcome: ok ? 'ok' : 'refused', detail });
}

/** The last verdict on the ledger; null before the first night. */
export async function lastProof(tx: Tx): Promise<LedgerProof | null> {
  const row = await findLastProof(tx);
  return row && { ...row.detail, ok: row.outcome === 'ok', at: row.at.toISOString() };
}
