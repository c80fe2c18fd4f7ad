import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type AccountId, accountCode, type NewAccount } from '~/domain/ledger/account.ts';
import type { Tx } from '~/server/db/client.ts';
import { openAccount } from '~/server/ledger/open-account.ts';
import { subsidyAccountNames as accountNames } from '~/text/subsidy-account.ts';

/** The part of the books that subsidies keep. */
const book = 'subsidy';

const base = { schemeCode: null, enterpriseId: null, institutionId: null, floor: null } as const;
const open = async (tx: Tx, account: NewAccount): Promise<AccountId> =>
  insist(await openAccount(tx, account));

/** Money that a payer (centre, province) set aside for subsidies; it cannot fall below nothing. */
export const poolOf = (tx: Tx, payer: string): Promise<AccountId> =>
  open(tx, {
    ...base,
    code: accountCode('pool', book, payer),
    kind: 'pool',
    ...accountNames.pool(payer),
    floor: zeroFen,
  });

/** What a payer's treasury gave. */
export const treasuryOf = (tx: Tx, payer: string): Promise<AccountId> =>
  open(tx, {
    ...base,
    code: accountCode('treasury', book, payer),
    kind: 'treasury',
    ...accountNames.treasury(payer),
  });

/** What was demanded back for a payer and did not return yet. */
export const owedBackOf = (tx: Tx, payer: string): Promise<AccountId> =>
  open(tx, {
    ...base,
    code: accountCode('suspense', 'subsidy-reclaim', payer),
    kind: 'suspense',
    ...accountNames.owedBack(payer),
  });

/** What a firm received and kept. */
export const firmOf = (tx: Tx, enterpriseId: EnterpriseId, name: string): Promise<AccountId> =>
  open(tx, {
    ...base,
    code: accountCode('borrower', book, enterpriseId),
    kind: 'borrower',
    enterpriseId,
    nameZh: name,
    nameEn: name,
  });

/** What a bank received for new lending. */
export const bankOf = (tx: Tx, institutionId: InstitutionId, nameZh: string, nameEn: string) =>
  open(tx, {
    ...base,
    code: accountCode('bank', book, institutionId),
    kind: 'bank',
    institutionId,
    nameZh,
    nameEn,
  });

/** What a guarantor received from the government. */
export const guarantorOf = (tx: Tx, institutionId: InstitutionId, nameZh: string, nameEn: string) =>
  open(tx, {
    ...base,
    code: accountCode('guarantor', book, institutionId),
    kind: 'guarantor',
    institutionId,
    nameZh,
    nameEn,
  });
