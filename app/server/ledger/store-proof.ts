import type { Reader } from '~/server/db/client.ts';

/** The action of the line that keeps a verdict on the ledger. */
export const proofAction = 'ledger.verified';

type ProofRow = {
  readonly at: Date;
  readonly outcome: string;
  readonly detail: {
    readonly transactions: number;
    readonly postings: number;
    readonly broken: { readonly check: string; readonly wrong: number; readonly first: string | null }[];
  };
};

/** The last verdict on the ledger, if there is one. */
export async function findLastProof(tx: Reader): Promise<ProofRow | null> {
  const [row] = await tx.$queryRaw<ProofRow[]>`
    select at, outcome, body::jsonb->'detail' as detail from audit_entry
    where stream = 'platform' and action = ${proofAction} order by seq desc limit 1`;
  return row ?? null;
}
