import { type Fen, fen, leastFen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import {
  type Call,
  type Contagion,
  type Cover,
  contagionFrom,
  mostHops,
} from '~/domain/monitoring/contagion.ts';
import type { PortraitNode, PortraitTie } from '~/domain/overview/portrait.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import {
  type CircleFirm,
  type CircleLoan,
  findCircle,
  findCircleLoans,
  findHouseCovers,
  findPublishedCovers,
  type HouseCover,
  mostCircleFirms,
} from '~/server/monitoring/store-circle.ts';

type KeyOf = (id: string) => string;

type Named = { readonly key: string; readonly zh: string; readonly en: string };

/**
 * The guarantee circle of a firm and what happens if one of its firms defaults (H8). Guarantees of firms are published; loans and the
 * guarantees of institutions are those that the reader may see, so that a bank counts its own claims alone. Null where the firm that is
 * to default does not stand in the circle. Firms go by what `keyOf` calls them: ids of strangers are not for a bank to know.
 */
export async function readCircle(tx: Tx, firm: string, defaulting: string | null, keyOf: KeyOf = (id) => id) {
  const today = clock.today();
  const circle = await findCircle(tx, firm, mostHops, today);
  const chosen = circle.find(({ id }) => (defaulting === null ? id === firm : keyOf(id) === defaulting));
  if (!chosen) return null;
  const falls = chosen.id;
  const around = falls === firm ? circle : await findCircle(tx, falls, mostHops, today);
  const ids = around.map(({ id }) => id);
  const published = await findPublishedCovers(tx, ids, today);
  const loans = await findCircleLoans(tx, ids);
  const houses = await findHouseCovers(
    tx,
    loans.map(({ loanId }) => loanId),
  );
  const covers = [
    ...published.map(({ guarantor, debtor }) => ({ guarantor, debtor, limit: null })),
    ...houses.map((house) => coverOf(house, loans)),
  ];
  const found = contagionFrom(falls, covers, debtsOf(loans));
  const names = namesOf(around, houses, keyOf);
  return {
    firm: { key: keyOf(falls), name: chosen.name },
    choices: circle.map(({ id, name, hop }) => ({ key: keyOf(id), name, hop })),
    complete: around.length < mostCircleFirms,
    ...graphOf(around, { published, houses, loans }, keyOf),
    ...shown(found, names, new Set(loans.map((loan) => loan.firm))),
  };
}

export type Circle = NonNullable<Awaited<ReturnType<typeof readCircle>>>;

const debtsOf = (loans: readonly CircleLoan[]): Map<string, Fen> => {
  const debts = new Map<string, Fen>();
  for (const { firm, balanceFen } of loans)
    debts.set(firm, plus(debts.get(firm) ?? zeroFen, fen(balanceFen)));
  return debts;
};

/** An institution stands for its share of what is still owed on one loan, and for no more than its liability. */
function coverOf(house: HouseCover, loans: readonly CircleLoan[]): Cover {
  const loan = loans.find(({ loanId }) => loanId === house.loanId);
  const part = shareOf(fen(loan?.balanceFen ?? 0n), ppm(house.sharePpm));
  return {
    guarantor: house.guarantor,
    debtor: loan?.firm ?? '',
    limit: leastFen(part, fen(house.liabilityFen)),
  };
}

function namesOf(
  firms: readonly CircleFirm[],
  houses: readonly HouseCover[],
  keyOf: KeyOf,
): Map<string, Named> {
  return new Map([
    ...firms.map(({ id, name }) => [id, { key: keyOf(id), zh: name, en: name }] as const),
    ...houses.map((h) => [h.guarantor, { key: h.guarantor, zh: h.nameZh, en: h.nameEn }] as const),
  ]);
}

/** Amounts as text; the debt of a firm that owes the reader's lenders nothing is not known, rather than nothing, and so are calls for it. */
function shown(found: Contagion, names: ReadonlyMap<string, Named>, owing: ReadonlySet<string>) {
  const nameOf = (key: string): Named => names.get(key) ?? { key, zh: key, en: key };
  const call = ({ guarantor, debtor, hop, amount }: Call) => ({
    guarantor: nameOf(guarantor),
    debtor: nameOf(debtor),
    hop,
    amountFen: owing.has(debtor) ? amount.toString() : null,
  });
  const isKnown = (key: string): boolean =>
    found.calls.some(({ guarantor, debtor }) => guarantor === key && owing.has(debtor));
  return {
    reached: found.reached.map(({ firm, hop, debt, called }) => ({
      firm: nameOf(firm),
      hop,
      debtFen: owing.has(firm) ? debt.toString() : null,
      calledFen: hop === 0 || isKnown(firm) ? called.toString() : null,
    })),
    calls: found.calls.map(call),
    uncovered: found.uncovered.map(call),
    atRiskFen: found.atRisk.map((amount) => amount.toString()),
  };
}

type Standing = {
  readonly published: readonly { guarantor: string; debtor: string; since: string | null }[];
  readonly houses: readonly HouseCover[];
  readonly loans: readonly CircleLoan[];
};

function graphOf(firms: readonly CircleFirm[], { published, houses, loans }: Standing, keyOf: KeyOf) {
  const debtorOf = new Map(loans.map(({ loanId, firm }) => [loanId, firm]));
  const hopOf = new Map(firms.map(({ id, hop }) => [id, hop]));
  const nodes = new Map<string, PortraitNode & { readonly nameEn: string }>();
  for (const { id, name, hop } of firms)
    nodes.set(id, { key: keyOf(id), name, nameEn: name, type: hop === 0 ? 'self' : 'firm', distance: hop });
  const ties: PortraitTie[] = published.map(({ guarantor, debtor, since }) =>
    tie(keyOf(guarantor), keyOf(debtor), since),
  );
  for (const { guarantor, nameZh, nameEn, loanId, since } of houses) {
    const owing = debtorOf.get(loanId) ?? '';
    const debtor = keyOf(owing);
    const distance = (hopOf.get(owing) ?? 0) + 1;
    if (!nodes.has(guarantor))
      nodes.set(guarantor, { key: guarantor, name: nameZh, nameEn, type: 'party', distance });
    if (!ties.some((t) => t.from === guarantor && t.to === debtor)) ties.push(tie(guarantor, debtor, since));
  }
  return { nodes: [...nodes.values()], ties };
}

const tie = (from: string, to: string, since: string | null): PortraitTie => ({
  from,
  to,
  kind: 'guarantee',
  sharePpm: null,
  since,
  trade: null,
});
