import { pipeline } from 'node:stream/promises';
import { dayAt } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { defaultNeed } from '~/domain/match/default-need.ts';
import { type Matcher, openMatcher, type RunFirm } from '~/domain/match/match-lists.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { type BatchTx, withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
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

export type RunOrder = { readonly progress?: { total(n: number): void; tick(n: number): void } };

/** Pairs of firm and product by verdict; `written` lists that changed. */
export type RunOutcome = {
  readonly firms: number;
  readonly products: number;
  readonly verdicts: { readonly pass: number; readonly unknown: number; readonly fail: number };
  readonly written: number;
};

const actor: Actor = system('match.province');

/**
 * Matches every firm with every product on the shelf for the default need: firms stream out of the database, lists stream
 * back into a stage, and those that changed are kept with one event and one audit line. All or nothing; a repeated run
 * writes nothing.
 */
export async function matchProvince(order: RunOrder = {}): Promise<RunOutcome> {
  const now = clock.now();
  return withBatchTransaction((reader) =>
    withBatchTransaction(async (writer) => {
      await lockRun(writer);
      order.progress?.total(await countFirms(reader));
      const { matcher, world, products } = await openRun(now);
      const used = await principalByFirm(reader);
      const firms = await openApplicants(reader, await activeEvaluations(reader, now), world.today);
      const stage = await openListStage(writer);
      const sum = { firms: 0, pass: 0, unknown: 0, fail: 0 };
      const lines = (chunks: AsyncIterable<Buffer>) =>
        listLines(chunks, { matcher, world, used, sum, order });
      await pipeline(firms, lines, stage);
      const { firms: counted, ...verdicts } = sum;
      const outcome = { firms: counted, products, verdicts, written: await mergeLists(writer, now) };
      await writeDown(writer, outcome);
      return outcome;
    }),
  );
}

/** The shelf, rates, schemes and cards of the moment. */
async function openRun(now: Date) {
  const today = dayAt(now);
  const wish = defaultNeed;
  const matcher = await withActor(actor, async (tx) => {
    const [products, lpr] = [await publishedProducts(tx), await readLpr(tx, today)];
    return openMatcher({ products, wish, today, lpr, schemes: await readSchemes(tx) });
  });
  const world = await openWorld({ today, wish, features: matcher.features });
  return { matcher, world, products: matcher.products };
}

type Sum = { firms: number; pass: number; unknown: number; fail: number };
type Work = {
  readonly matcher: Matcher;
  readonly world: ReadWorld;
  readonly used: ReadonlyMap<string, { readonly [code: string]: bigint }>;
  readonly sum: Sum;
  readonly order: RunOrder;
};

async function* listLines(chunks: AsyncIterable<Buffer>, work: Work) {
  for await (const firms of readApplicants(chunks, work.world)) {
    yield firms.map((firm) => listLine(firm, work)).join('');
    work.order.progress?.tick(firms.length);
  }
}

/** The list of one firm as a line of COPY's text format. */
function listLine(
  { id, sheetId, applicant, borrower }: StreamedApplicant,
  { matcher, used, sum }: Work,
): string {
  const capUsed = (used.get(id) ?? {}) as RunFirm['capUsed'] & { readonly [code: string]: Fen };
  const list = matcher.match({ applicant, borrower, capUsed });
  sum.firms += 1;
  sum.pass += list.passed;
  sum.unknown += list.unknown;
  sum.fail += list.failed;
  const cells = [id, sheetId ?? '\\N', `{${list.productIds.join()}}`, list.passed, list.unknown, list.failed];
  return `${cells.join('\t')}\n`;
}

async function writeDown(writer: BatchTx, { firms, products, written }: RunOutcome): Promise<void> {
  const payload = { firms, products, written };
  if (written > 0) await recordChange(writer, actor, { kind: 'match.batch-made', payload });
  await appendAudit(writer, actor, { action: 'match.batch-made', detail: payload });
}
