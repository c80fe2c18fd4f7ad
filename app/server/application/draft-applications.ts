import type { Finding } from '~/domain/application/pre-check.ts';
import { dataElements } from '~/domain/catalogue/data-element.ts';
import { usualItems } from '~/domain/consent/usual-items.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { branchesFor } from '~/server/application/branch-for.ts';
import { consentFor } from '~/server/application/consent-for.ts';
import { runPreCheck } from '~/server/application/run-pre-check.ts';
import { liveApplications, responseClocks } from '~/server/application/store.ts';
import { type Applied, appliedProducts } from '~/server/application/store-party.ts';
import { clock } from '~/server/clock.ts';
import { consentItems } from '~/server/consent/consent-items.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type OpenBranch, openBranches } from '~/server/institution/store-branch.ts';
import { findNeed } from '~/server/need/store.ts';
import { type HeldAnswer, readHeldAnswers } from '~/server/record/held-answers.ts';

type Wish = {
  readonly needId: NeedId;
  readonly productIds: readonly string[];
  /** The loan that is to be renewed; without it, new money. */
  readonly renewsLoanId?: string;
};

/** The page on which the firm applies: the need, the chosen products, what each bank would be allowed to see. */
export function draftApplications(
  actor: Actor,
  wish: Wish,
): Promise<Result<ApplyPage, { readonly code: 'need.not-found' }>> {
  const firm = asFirm(actor);
  return withActor(actor, async (tx) => {
    const need = await findNeed(tx, firm.enterpriseId, wish.needId);
    if (!need) return refuse({ code: 'need.not-found' });
    const products = await productsOf(tx, firm, wish);
    const { id, amountFen, termMonths, purpose, collateral, state } = need;
    return accept({
      need: { id, amountFen: String(amountFen), termMonths, purpose, collateral, isOpen: state === 'open' },
      products,
      findings: (await runPreCheck(tx, firm.enterpriseId, products.filter(isOpenTo))).map(
        ({ check, effect, facts }) => ({ check, effect, facts }),
      ),
      clocks: await responseClocks(tx, clock.today()),
      items: await consentItems(tx),
      usual: usualItems,
      held: await readHeldAnswers(tx, firm.enterpriseId, dataElements),
    });
  });
}

async function productsOf(tx: Tx, firm: FirmPerson, { productIds, renewsLoanId }: Wish) {
  const going = await liveApplications(tx, firm.enterpriseId);
  const live = new Map(
    going
      .filter((a) => a.renewsLoanId === (renewsLoanId ?? null))
      .map((a) => [a.productId as string, a.id as string]),
  );
  const products = await appliedProducts(tx, productIds, clock.today());
  const banks = products.map(({ institutionId }) => institutionId);
  const branches = await openBranches(tx, banks);
  const branchOf = await branchesFor(tx, firm.enterpriseId, banks, []);
  const lines: ReturnType<typeof lineOf>[] = [];
  for (const product of products) {
    const own = branches.filter(({ institutionId }) => institutionId === product.institutionId);
    const consentId = await consentFor(tx, firm, product, branchOf(product.institutionId));
    lines.push(lineOf({ ...product, branches: own }, live.get(product.id) ?? null, consentId));
  }
  return lines;
}

/** Whether the product can be applied for now. */
const isOpenTo = (line: ReturnType<typeof lineOf>): boolean =>
  line.open && !line.example && line.applicationId === null;

const lineOf = (
  { minFen, maxFen, ...product }: Applied & { readonly branches: readonly OpenBranch[] },
  applicationId: string | null,
  consentId: string | null,
) => ({
  ...product,
  minFen: minFen?.toString() ?? null,
  maxFen: maxFen?.toString() ?? null,
  /** A live application for the same product. */
  applicationId,
  /** The consent in force that would be used. */
  consentId,
});

export type ApplyPage = {
  readonly need: {
    readonly id: string;
    readonly amountFen: string;
    readonly termMonths: number;
    readonly purpose: string;
    readonly collateral: readonly string[];
    readonly isOpen: boolean;
  };
  readonly findings: readonly Pick<Finding, 'check' | 'effect' | 'facts'>[];
  readonly products: Awaited<ReturnType<typeof productsOf>>;
  readonly clocks: Awaited<ReturnType<typeof responseClocks>>;
  readonly items: Awaited<ReturnType<typeof consentItems>>;
  readonly usual: readonly string[];
  /** What public bodies supplied already, so that nobody asks for it or for a paper about it. */
  readonly held: readonly HeldAnswer[];
};
