import { productId } from '#prisma/seed/product-rows.ts';
import type { DeclineReason } from '~/domain/application/decline-reason.ts';
import type { OfferTerms } from '~/domain/application/proposal.ts';
import { addDays, yearOf } from '~/domain/kernel/day.ts';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { fen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { accept } from '~/domain/kernel/result.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Person } from '~/server/access/actor.ts';
import { decideApplication } from '~/server/application/decide-application.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { showFile } from '~/server/application/show-file.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { findDues, findLoan, findRepayments } from '~/server/loan/store.ts';
import { takeInPayments } from '~/server/loan/take-in-payments.ts';
import { type Closing, closeAlert } from '~/server/monitoring/close-alert.ts';
import { bankersOf } from './bankers.ts';
import { confirmationOf } from './confirmation.ts';
import { alertOf, applicationOf, loanOf } from './finds.ts';
import type { StoryFirm } from './named-firms.ts';
import { bankerOf, type World } from './world.ts';

export const officerOf = (world: World, product: string) => bankerOf(world, bankersOf(product).officer);
export const reviewerOf = (world: World, product: string) => bankerOf(world, bankersOf(product).reviewer);

export const pickUp = async (world: World, firm: StoryFirm, product: string) =>
  pickUpApplication(await officerOf(world, product), await applicationOf(world, firm, product));

/** The officer opens the file under the firm's consent: the firm sees who looked. */
export const openFile = async (world: World, firm: StoryFirm, product: string) =>
  showFile(await officerOf(world, product), await applicationOf(world, firm, product), 'overview');

/** What a bank offers; the rest of the terms is as its product is published. */
export type Offered = {
  readonly wan: number;
  readonly months: number;
  readonly method?: RepaymentMethod;
  readonly conditions?: string;
};

export async function proposeOffer(world: World, firm: StoryFirm, product: string, offered: Offered) {
  const id = await applicationOf(world, firm, product);
  const terms = await termsOf(world, product, offered);
  return proposeDecision(await officerOf(world, product), id, { outcome: 'approve', terms });
}

/** Terms of an offer as the product is published. */
export async function termsOf(world: World, code: string, offered: Offered): Promise<OfferTerms> {
  const product = await world.recall(`product ${code}`, (tx) =>
    tx.product.findUniqueOrThrow({ where: { id: productId(code) } }),
  );
  const amount = wan(offered.wan);
  return {
    amount,
    termMonths: offered.months,
    rate: ppm(product.rateMinPpm ?? 0),
    dayCount: 'actual360',
    method: offered.method ?? (product.methods[0] as RepaymentMethod),
    fee: shareOf(amount, ppm(product.feePpm)),
    guaranteeFee: shareOf(amount, ppm(product.guaranteeFeePpm)),
    conditions: offered.conditions ?? null,
    validUntil: addDays(clock.today(), 30),
  };
}

export const proposeDecline = async (
  world: World,
  firm: StoryFirm,
  product: string,
  reasons: readonly DeclineReason[],
) =>
  proposeDecision(await officerOf(world, product), await applicationOf(world, firm, product), {
    outcome: 'decline',
    reasons,
  });

/** The second person confirms what was proposed. */
export const decide = async (world: World, firm: StoryFirm, product: string) =>
  confirmAs(await reviewerOf(world, product), await applicationOf(world, firm, product));

const confirmAs = async (reviewer: Person, id: ApplicationId) =>
  decideApplication(reviewer, id, await confirmationOf(reviewer, id));

export const signContract = async (world: World, firm: StoryFirm, product: string) =>
  recordContract(await officerOf(world, product), await applicationOf(world, firm, product), {
    contractNo: `${yearOf(clock.today())}-${firm.uscc.slice(8, 16)}`,
    contractOn: clock.today(),
  });

/** Marks of the loan that the schemes ask for. */
export type Flags = readonly LoanFlag[];

export const disburse = async (world: World, firm: StoryFirm, product: string, flags: Flags = []) =>
  disburseLoan(await officerOf(world, product), await applicationOf(world, firm, product), {
    disbursedOn: clock.today(),
    flags,
  });

/** The bank books what the firm pays today: everything that is due by now and not paid yet. */
export async function bookPayment(world: World, firm: StoryFirm, product: string) {
  const officer = await officerOf(world, product);
  const loanId = await loanOf(world, firm, product);
  const today = clock.today();
  const { dues, paid } = await withActor(officer, async (tx) => ({
    dues: (await findDues(tx, loanId)).filter(({ dueOn }) => dueOn <= today),
    paid: await findRepayments(tx, loanId),
  }));
  const open = (part: 'principal' | 'interest') =>
    minus(plus(zeroFen, ...dues.map((due) => due[part])), plus(zeroFen, ...paid.map((each) => each[part])));
  const payment = { paidOn: today, principal: open('principal'), interest: open('interest') };
  if (payment.principal + payment.interest === 0n) return accept('nothing due');
  return recordRepayment(officer, loanId, payment);
}

/** The firm pays the whole principal back, with the interest that is open by now or that its next instalment asks for. */
export async function bookSettlement(world: World, firm: StoryFirm, product: string) {
  const officer = await officerOf(world, product);
  const loanId = await loanOf(world, firm, product);
  const { dues, paid } = await withActor(officer, async (tx) => ({
    dues: await findDues(tx, loanId),
    paid: await findRepayments(tx, loanId),
  }));
  const today = clock.today();
  const principal = minus(
    plus(zeroFen, ...dues.map((due) => due.principal)),
    plus(zeroFen, ...paid.map((each) => each.principal)),
  );
  const asked = plus(zeroFen, ...dues.filter(({ dueOn }) => dueOn <= today).map((due) => due.interest));
  const open = minus(asked, plus(zeroFen, ...paid.map((each) => each.interest)));
  const next = dues.find(({ dueOn }) => dueOn > today)?.interest ?? fen(0);
  const interest = open > 0n ? open : next;
  return recordRepayment(officer, loanId, { paidOn: today, principal, interest });
}

/** The bank's monthly file: a prepayment of the firm, and a row whose contract number nobody knows. */
export async function sendPaymentFile(world: World, firm: StoryFirm, product: string, yuan: number) {
  const officer = await officerOf(world, product);
  const id = await loanOf(world, firm, product);
  const loan = await withActor(officer, (tx) => findLoan(tx, id));
  const month = clock.today().slice(0, 7);
  const rows = [
    ['合同编号', '还款日期', '类型', '本金', '利息', '罚息', '流水号'],
    [loan?.contractNo, clock.today(), '提前还款（减少每期）', `${yuan}.00`, '0.00', '', `${month}-0001`],
    [`${loan?.contractNo}-1`, clock.today(), '还款', '5000.00', '120.00', '', `${month}-0002`],
  ];
  const bytes = Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));
  return takeInPayments(officer, { name: `还款-${month}.csv`, bytes });
}

export const closeCase = async (
  world: World,
  firm: StoryFirm,
  product: string,
  signal: string,
  closing: Closing,
) => closeAlert(await officerOf(world, product), await alertOf(world, firm, signal), closing);
