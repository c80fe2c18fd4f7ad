import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type AccountId, type AccountKind, accountCode } from '~/domain/ledger/account.ts';
import type { Actor } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { findContract, findEvent, findInstitution, nameOfFirm } from '~/server/guarantee/store.ts';
import { openAccount } from '~/server/ledger/open-account.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

/** Posts what a guarantor paid to a bank, got back from a borrower or took as its fee; the event's id is the key, so it is posted once. */
export async function postGuaranteeEvent(tx: Tx, actor: Actor, eventId: string): Promise<void> {
  const event = await findEvent(tx, eventId);
  const contract = event && (await findContract(tx, event.contractId));
  if (!event || !contract || event.amountFen === null) throw new Error(`no money in event ${eventId}`);
  const kind = contract.kind === 'insurance' ? 'insurer' : 'guarantor';
  const guarantor = await institutionAccount(tx, kind, event.guarantorId);
  const other =
    event.kind === 'paid'
      ? await institutionAccount(tx, 'bank', event.institutionId)
      : await firmAccount(tx, event.enterpriseId);
  const [from, to] = event.kind === 'paid' ? [guarantor, other] : [other, guarantor];
  insist(
    await postTransfer(tx, actor, {
      key: `guarantee-${event.id}`,
      kind: `guarantee.${event.kind}`,
      effectiveOn: dayOfDate(event.onDay),
      legs: [{ from, to, amount: fen(event.amountFen) }],
      about: {
        enterpriseId: event.enterpriseId as EnterpriseId,
        institutionId: event.institutionId as InstitutionId,
        loanId: contract.loanId as LoanId,
        reference: { kind: 'guarantee', id: contract.id },
      },
    }),
  );
}

const book = 'guarantee';
const base = { schemeCode: null, floor: null } as const;

async function institutionAccount(tx: Tx, kind: AccountKind, id: string): Promise<AccountId> {
  const found = await findInstitution(tx, id);
  if (!found) throw new Error(`no institution ${id}`);
  const { nameZh, nameEn } = found;
  const code = accountCode(kind, book, id);
  const institutionId = id as InstitutionId;
  return insist(
    await openAccount(tx, { ...base, code, kind, institutionId, enterpriseId: null, nameZh, nameEn }),
  );
}

async function firmAccount(tx: Tx, id: string): Promise<AccountId> {
  const name = await nameOfFirm(tx, id);
  const code = accountCode('borrower', book, id);
  const owner = { enterpriseId: id as EnterpriseId, institutionId: null };
  return insist(
    await openAccount(tx, { ...base, ...owner, code, kind: 'borrower', nameZh: name, nameEn: name }),
  );
}
