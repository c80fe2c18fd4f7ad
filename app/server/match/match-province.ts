import { pipeline } from 'node:stream/promises';
import { dayAt } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { type Matcher, openMatcher, type RunFirm } from '~/domain/match/match-lists.ts';
import { openTouched, type ProductChange } from '~/domain/match/touched.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { atomsOf, type Rule } from '~/domain/product/predicate.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readDecisionDays } from '~/server/institution/store-response.ts';
import { openWorld } from '~/server/match/open-world.ts';
import { type ReadWorld, readApplicants, type StreamedApplicant } from '~/server/match/read-applicants.ts';
import {
  countFirms,
  lockRun,
  mergeLists,
  openApplicants,
  openListStage,
  principalByFirm,
} from '~/server/match/store-province.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';
import { activeEvaluations } from '~/server/score/store-province.ts';

export type RunOrder = {
  /** Whose lists are made: every firm's, those of some firms, or of those that a changed product touches. */
  readonly selection?: 'all' | { readonly firms: readonly string[] } | { readonly product: ProductChange };
  readonly progress?: { total(n: number): void; tick(n: number): void };
};

/** Pairs of firm and product by verdict; `written` lists that changed. */
export type RunOutcome = {
  readonly firms: number;
  readonly products: number;
  readonly verdicts: { readonly pass: number; readonly unknown: number; readonly fail: number };
  readonly written: number;
};

const actor: Actor = system('match.province');

/**
 * Matches every firm with every product on the shelf, for its open need or the usual one: firms stream out of the
 * database, lists stream back into a stage, and those that changed are kept with one event and one audit line. All or
 * nothing; a repeated run writes nothing.
 */
export async function matchProvince(order: RunOrder = {}): Promise<RunOutcome> {
  const now = clock.now();
  const { selection = 'all' } = order;
  const chosen = selection !== 'all' && 'firms' in selection ? selection.firms : null;
  return withBatchTransaction((reader) =>
    withBatchTransaction(async (writer) => {
      await lockRun(writer);
      order.progress?.total(chosen?.length ?? (await countFirms(reader)));
      const isTouched = touchedBy(selection);
      const { matcher, world, products } = await openRun(now, selection);
      const used = await principalByFirm(reader);
      const firms = await openApplicants(reader, await activeEvaluations(reader, now), world.today, chosen);
      const stage = await openListStage(writer);
      const sum = { firms: 0, pass: 0, unknown: 0 };
      const lines = (chunks: AsyncIterable<Buffer>) =>
        listLines(chunks, { matcher, world, used, sum, order, isTouched });
      await pipeline(firms, lines, stage);
      const { firms: counted, pass, unknown } = sum;
      const verdicts = { pass, unknown, fail: counted * products - pass - unknown };
      const outcome = { firms: counted, products, verdicts, written: await mergeLists(writer, now) };
      await writeDown(writer, outcome);
      return outcome;
    }),
  );
}

const touchedBy = (selection: NonNullable<RunOrder['selection']>): Work['isTouched'] =>
  selection !== 'all' && 'product' in selection ? openTouched(selection.product) : () => true;

/** The shelf, rates, schemes and cards of the moment; features that only the product before a change asks for too. */
async function openRun(now: Date, selection: NonNullable<RunOrder['selection']>) {
  const today = dayAt(now);
  const matcher = await withActor(actor, async (tx) => {
    const [products, lpr] = [await publishedProducts(tx), await readLpr(tx, today)];
    const [schemes, decisionDays] = [await readSchemes(tx), await readDecisionDays(tx)];
    return openMatcher({ products, today, lpr, schemes, decisionDays });
  });
  const before = selection !== 'all' && 'product' in selection ? selection.product.before : null;
  const features = [...matcher.features, ...(before ? featuresAsked(before.eligibility) : [])];
  const world = await openWorld({ today, wish: defaultNeed, features });
  return { matcher, world, products: matcher.products };
}

const featuresAsked = (rule: Rule): string[] =>
  atomsOf(rule).flatMap((atom) => (atom.kind === 'feature' ? [atom.code] : []));

type Sum = { firms: number; pass: number; unknown: number };
type Work = {
  readonly matcher: Matcher;
  readonly world: ReadWorld;
  readonly used: ReadonlyMap<string, { readonly [code: string]: bigint }>;
  readonly sum: Sum;
  readonly isTouched: (applicant: Applicant) => boolean;
  readonly order: RunOrder;
};

async function* listLines(chunks: AsyncIterable<Buffer>, work: Work) {
  for await (const firms of readApplicants(chunks, work.world)) {
    const touched = firms.filter(({ applicant }) => work.isTouched(applicant));
    yield touched.map((firm) => listLine(firm, work)).join('');
    work.order.progress?.tick(firms.length);
  }
}

/** The list of one firm as a line of COPY's text format. */
function listLine(
  { id, sheetId, applicant, borrower, needId, wish }: StreamedApplicant,
  { matcher, used, sum }: Work,
): string {
  const capUsed = (used.get(id) ?? {}) as RunFirm['capUsed'] & { readonly [code: string]: Fen };
  const list = matcher.match({ applicant, wish, borrower, capUsed });
  sum.firms += 1;
  sum.pass += list.passed;
  sum.unknown += list.unknown;
  const products = `{${list.productIds.join()}}`;
  const cells = [id, sheetId ?? '\\N', needId ?? '\\N', products, list.passed, list.unknown];
  return `${cells.join('\t')}\n`;
}

async function writeDown(writer: BatchTx, { firms, products, written }: RunOutcome): Promise<void> {
  const payload = { firms, products, written };
  if (written > 0) await recordChange(writer, actor, { kind: 'match.batch-made', payload });
  await appendAudit(writer, actor, { action: 'match.batch-made', detail: payload });
}
