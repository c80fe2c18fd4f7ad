import { randomBytes, randomUUID } from 'node:crypto';
import type { Named } from '~/domain/catalogue/item.ts';
import type { ConsentId, EnterpriseId } from '~/domain/kernel/id.ts';
import { type Audience, type ReportBody, reportFormat } from '~/domain/report/report.ts';
import type { ScoreView } from '~/domain/score/score-view.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { consentById } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { readFirm } from '~/server/enterprise/store.ts';
import { findIndustry, findRegion } from '~/server/enterprise/store-reference.ts';
import { pendingByItem } from '~/server/objection/store.ts';
import { findReaders, type ReaderRow } from '~/server/record/store-own.ts';
import { countReaders, holdingsOf, type Opened, providerOf } from '~/server/report/store-holdings.ts';
import { wordScore } from '~/server/report/word-score.ts';
import { readPlacements } from '~/server/score/read-placements.ts';
import { translate } from '~/text/define.ts';
import { readerText, wordAction } from '~/text/record-readers.ts';

/** How many queries a report prints; the rest is counted. Reports of thousands print fewer. */
const listedQueries = { firm: 100, bank: 100, platform: 20 } as const satisfies Record<Audience, number>;

export type ReportOrder = {
  readonly enterpriseId: EnterpriseId;
  readonly audience: Audience;
  readonly recipient: Named | null;
  /** The sheet as far as the reader may see it; null when there is none yet. */
  readonly score: ScoreView | null;
  /** The consent that opens what is not public, and the codes that it opens; null for public data alone. */
  readonly consent: {
    readonly id: ConsentId;
    readonly items: ReadonlySet<string>;
    readonly dataFrom: string | null;
    readonly dataTo: string | null;
  } | null;
};

export type Draft = { readonly code: string; readonly body: ReportBody };

/** The body of a report from what is known at this moment, in the caller's transaction. Nothing is written. */
export async function draftReport(tx: Tx, order: ReportOrder): Promise<Draft> {
  const { enterpriseId, audience, recipient, score } = order;
  const code = randomBytes(16).toString('hex');
  const body: ReportBody = {
    format: reportFormat,
    id: randomUUID(),
    madeAt: clock.now().toISOString(),
    audience,
    recipient: recipient && { ...recipient },
    firm: await firmOf(tx, enterpriseId),
    score: score && wordScore(score),
    placements: (await readPlacements(tx, enterpriseId)).map((each) => ({
      ...each,
      name: each.name && { ...each.name },
    })),
    holdings: await holdings(tx, order),
    objections: await objections(tx, order),
    queries: await queries(tx, enterpriseId, audience),
    consent: await consentOf(tx, order),
    verifyPath: `/verify-report/${code}`,
  };
  return { code, body };
}

async function firmOf(tx: Tx, enterpriseId: EnterpriseId): Promise<ReportBody['firm']> {
  const firm = await readFirm(tx, enterpriseId);
  const region = firm.regionCode ? await findRegion(tx, firm.regionCode) : null;
  const industry = firm.industryCode ? await findIndustry(tx, firm.industryCode) : null;
  return {
    name: firm.name,
    uscc: firm.uscc,
    kind: firm.kind,
    status: firm.status,
    region: region?.namesZh.join('') ?? null,
    industry: industry && { zh: industry.nameZh, en: industry.nameEn ?? industry.nameZh },
    establishedOn: firm.establishedOn,
  };
}

/** Objections nobody has answered yet, to records that the report may speak of. */
async function objections(tx: Tx, { enterpriseId, consent }: ReportOrder): Promise<ReportBody['objections']> {
  const catalogue = await readCatalogue(tx, clock.today());
  return (await pendingByItem(tx, enterpriseId)).flatMap(({ item, openedOn }) => {
    const known = catalogue.get(item);
    const isOpen = known?.sensitivity === 'public' || consent?.items.has(item);
    return known && isOpen ? [{ name: known.name, openedOn }] : [];
  });
}

async function holdings(tx: Tx, { enterpriseId, consent }: ReportOrder): Promise<ReportBody['holdings']> {
  const catalogue = await readCatalogue(tx, clock.today());
  const of = (sensitivity: string) =>
    [...catalogue.values()].filter((item) => item.sensitivity === sensitivity).map((item) => item.code);
  const opened: Opened = {
    open: of('public'),
    consented: of('consent').filter((item) => consent?.items.has(item)),
    dataFrom: consent?.dataFrom ?? null,
    dataTo: consent?.dataTo ?? null,
  };
  const rows = await holdingsOf(tx, enterpriseId, opened);
  return rows.map((row) => ({
    item: row.item,
    name: catalogue.get(row.item)?.name ?? { zh: row.item, en: row.item },
    provider: providerOf(row),
    isPublic: opened.open.includes(row.item),
    records: row.records,
    first: row.first,
    last: row.last,
    knownOn: row.known,
  }));
}

/**
 * Who asked about the firm, as far as row-level security lets the reader see: a bank sees its own queries alone. A report of
 * a batch may be handed on, so it says when and what for, and not which institution: that is the firm's to tell.
 */
async function queries(tx: Tx, firm: EnterpriseId, audience: Audience): Promise<ReportBody['queries']> {
  const rows = await findReaders(tx, { firm, others: true, before: null, limit: listedQueries[audience] });
  const listed = rows.map(queryOf);
  const total = await countReaders(tx, firm);
  if (audience !== 'platform') return { total, listed };
  const one = {
    zh: translate(readerText, 'zh-CN')('readers.institution'),
    en: translate(readerText, 'en')('readers.institution'),
  };
  return {
    total,
    listed: listed.map((query, at) => (rows[at]?.institution_zh ? { ...query, by: one } : query)),
  };
}

function queryOf(row: ReaderRow): ReportBody['queries']['listed'][number] {
  const { detail } = JSON.parse(row.body) as { detail: { what?: unknown } | null };
  const what = typeof detail?.what === 'string' ? detail.what : null;
  const { institution_zh: zh, institution_en: en } = row;
  return {
    at: row.at.toISOString(),
    by:
      zh === null
        ? {
            zh: translate(readerText, 'zh-CN')('readers.platform'),
            en: translate(readerText, 'en')('readers.platform'),
          }
        : { zh, en: en ?? zh },
    what: { zh: wordAction(row.action, what, 'zh-CN'), en: wordAction(row.action, what, 'en') },
    purpose: row.purpose,
    refused: row.outcome === 'refused',
  };
}

async function consentOf(tx: Tx, { consent }: ReportOrder): Promise<ReportBody['consent']> {
  if (!consent) return null;
  const sealed = await consentById(tx, consent.id);
  return sealed && { id: sealed.id, hash: sealed.hash, validTo: sealed.validTo.toISOString() };
}
