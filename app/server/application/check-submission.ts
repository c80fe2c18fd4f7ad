import { type Finding, stopping, unconfirmed } from '~/domain/application/pre-check.ts';
import type { DraftRefusal } from '~/domain/consent/draft-consent.ts';
import { type DocumentRefusal, mostDocuments } from '~/domain/institution/document-kind.ts';
import type { NeedId, ProductId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { accept, type Refused, type Result, refuse } from '~/domain/kernel/result.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { areOpen, type BranchFor, branchesFor } from '~/server/application/branch-for.ts';
import { type ConsentWish, checkWish, consentFor } from '~/server/application/consent-for.ts';
import { runPreCheck } from '~/server/application/run-pre-check.ts';
import { liveApplications } from '~/server/application/store.ts';
import { type Applied, appliedProducts } from '~/server/application/store-party.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { findNeed } from '~/server/need/store.ts';
import type { Upload } from '~/server/platform/keep-documents.ts';

export type Submission = {
  readonly needId: NeedId;
  readonly productIds: readonly ProductId[];
  readonly amountFen: Fen;
  readonly termMonths: number;
  /** Branches that the firm chose, of whichever bank; where it chose none of a bank, its place decides. */
  readonly branchIds?: readonly string[];
  /** Products whose consent the firm ticked on this page. */
  readonly consented: readonly ProductId[];
  readonly consent: ConsentWish;
  readonly documents: readonly Upload[];
  /** Findings of the checks before forwarding that the firm says are right. */
  readonly confirmed: readonly string[];
  /** A loan to be renewed by it, and what the loan's own rules say, asked again with the write (domain.md row F6). */
  readonly renewal?: Renewal;
};

export type Renewal = {
  readonly loanId: string;
  readonly check: (tx: Tx) => Promise<RenewalRefusal | null>;
};

/** What the loan's rules refuse; worded where the loan is. */
type RenewalRefusal =
  | { readonly code: 'loan.renewal-not-now'; readonly checks: readonly string[] }
  | { readonly code: 'loan.renewal-amount'; readonly mostFen: Fen }
  | { readonly code: 'loan.renewal-term'; readonly mostMonths: number };

/** A submission that may go: the products, and what was found and confirmed. */
export type Checked = {
  readonly products: readonly Applied[];
  readonly findings: readonly Finding[];
  readonly branchOf: (institutionId: string) => BranchFor;
};

type Names = readonly { readonly zh: string; readonly en: string }[];
export type SubmitRefusal =
  | DocumentRefusal
  | DraftRefusal
  | RenewalRefusal
  | { readonly code: 'need.not-found' | 'application.no-product' | 'application.need-closed' }
  | { readonly code: 'application.too-many-documents'; readonly most: number }
  | { readonly code: 'application.product-gone' | 'institution.branch-not-found' }
  | {
      readonly code: 'application.check-stopped' | 'application.check-unconfirmed';
      readonly findings: readonly Finding[];
    }
  | {
      readonly code:
        | 'application.example-product'
        | 'application.bank-closed'
        | 'application.duplicate'
        | 'application.consent-missing';
      readonly products: Names;
    };

/** Everything that could refuse a submission, asked before the first write and again with it. */
export async function checkSubmission(
  tx: Tx,
  firm: FirmPerson,
  input: Submission,
): Promise<Result<Checked, SubmitRefusal>> {
  if (input.documents.length > mostDocuments)
    return refuse({ code: 'application.too-many-documents', most: mostDocuments });
  if (input.productIds.length === 0) return refuse({ code: 'application.no-product' });
  const need = await findNeed(tx, firm.enterpriseId, input.needId);
  if (!need) return refuse({ code: 'need.not-found' });
  const { renewal } = input;
  if (need.state !== 'open' && !renewal) return refuse({ code: 'application.need-closed' });
  const products = await appliedProducts(tx, input.productIds, clock.today());
  if (products.length < input.productIds.length) return refuse({ code: 'application.product-gone' });
  const banks = products.map(({ institutionId }) => institutionId);
  const chosen = input.branchIds ?? [];
  if (!(await areOpen(tx, banks, chosen))) return refuse({ code: 'institution.branch-not-found' });
  const branchOf = await branchesFor(tx, firm.enterpriseId, banks, chosen);
  const unfit = renewal && (await renewal.check(tx));
  if (unfit) return refuse(unfit);
  return (
    (await checkProducts(tx, firm, input, products)) ??
    (await checkConsents(tx, firm, input, { products, branchOf })) ??
    forward(await runPreCheck(tx, firm.enterpriseId, products), input, { products, branchOf })
  );
}

/** The last check before banks are told: nothing stops it, and the firm confirmed whatever was found. */
function forward(
  findings: readonly Finding[],
  { confirmed }: Submission,
  to: Omit<Checked, 'findings'>,
): Result<Checked, SubmitRefusal> {
  const stops = stopping(findings);
  if (stops.length > 0) return refuse({ code: 'application.check-stopped', findings: stops });
  const open = unconfirmed(findings, confirmed);
  return open.length > 0
    ? refuse({ code: 'application.check-unconfirmed', findings: open })
    : accept({ ...to, findings });
}

const namesOf = (products: readonly Applied[]): Names =>
  products.map((p) => ({ zh: p.nameZh, en: p.nameEn }));

async function checkProducts(
  tx: Tx,
  firm: FirmPerson,
  { renewal }: Submission,
  products: readonly Applied[],
): Promise<Refused<SubmitRefusal> | null> {
  const going = (await liveApplications(tx, firm.enterpriseId)).filter(
    (a) => a.renewsLoanId === (renewal?.loanId ?? null),
  );
  const live = new Set(going.map((a) => a.productId as string));
  const no = [
    ['application.example-product', products.filter((p) => p.example)],
    ['application.bank-closed', products.filter((p) => !p.open)],
    ['application.duplicate', products.filter((p) => live.has(p.id))],
  ] as const;
  const [code, which] = no.find(([, found]) => found.length > 0) ?? [];
  return code ? refuse({ code, products: namesOf(which) }) : null;
}

/** Each bank needs a consent of its own: in force already, or ticked here with terms that may be signed. */
async function checkConsents(
  tx: Tx,
  firm: FirmPerson,
  input: Submission,
  { products, branchOf }: Omit<Checked, 'findings'>,
): Promise<Refused<SubmitRefusal> | null> {
  const missing: Applied[] = [];
  for (const product of products) {
    const to = branchOf(product.institutionId);
    if (await consentFor(tx, firm, product, to)) continue;
    if (!input.consented.includes(product.id as ProductId)) missing.push(product);
    const wished = await checkWish(tx, product, input.consent, to);
    if (!wished.ok) return wished;
  }
  return missing.length > 0
    ? refuse({ code: 'application.consent-missing', products: namesOf(missing) })
    : null;
}
