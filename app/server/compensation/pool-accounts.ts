import type { InstitutionId } from '~/domain/kernel/id.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type AccountId, type AccountKind, accountCode } from '~/domain/ledger/account.ts';
import { claimantOf } from '~/server/compensation/guarantor-of-claim.ts';
import { findInstitutionName } from '~/server/compensation/store-names.ts';
import type { Reader } from '~/server/db/client.ts';
import { openAccount } from '~/server/ledger/open-account.ts';
import { poolAccountNames as names } from '~/text/pool-account.ts';

type Pool = { readonly code: string; readonly nameZh: string; readonly nameEn: string };

/** An account of a pool or of a counterparty within it, opened when it is first needed. Only the pool has a floor. */
export async function accountOf(
  tx: Reader,
  pool: Pool,
  kind: AccountKind,
  owner?: string,
  institutionId: InstitutionId | null = null,
): Promise<AccountId> {
  const opened = await openAccount(tx, {
    code: accountCode(kind, pool.code, owner),
    kind,
    schemeCode: pool.code,
    enterpriseId: null,
    institutionId,
    ...(await nameOf(tx, pool, kind, owner)),
    floor: kind === 'pool' ? zeroFen : null,
  });
  return insist(opened);
}

/** The pool itself bears its name; the others say whose they are within it. */
async function nameOf(tx: Reader, pool: Pool, kind: AccountKind, owner?: string) {
  const { nameZh, nameEn } = pool;
  if (kind === 'interest') return names.interest(pool);
  if (kind === 'treasury') return names.treasury(pool, owner ?? '');
  const institution = owner && kind !== 'pool' ? await findInstitutionName(tx, owner) : null;
  return institution ? names.owned(institution, pool) : { nameZh, nameEn };
}

/** Whom a claim is paid to: the bank, or for a guaranteed loan the guarantor behind it. */
export const payeeAccount = (
  tx: Reader,
  pool: Pool,
  claim: { readonly mode: string; readonly institutionId: string; readonly guarantorId: string | null },
): Promise<AccountId> => {
  const institutionId = claimantOf(claim) as InstitutionId;
  const kind = claim.mode === 'guarantor' ? 'guarantor' : 'bank';
  const isOwner = kind === 'bank' || claim.guarantorId !== null;
  return accountOf(tx, pool, kind, institutionId, isOwner ? institutionId : null);
};
