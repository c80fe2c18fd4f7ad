import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Signal } from '~/domain/monitoring/signal.ts';
import { replayCcf } from './replay-ccf.ts';
import { replaySba } from './replay-sba.ts';

const folderOf = (files: Record<string, string>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-replay-'));
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(folder, name), name.endsWith('.gz') ? gzipSync(text) : text);
  return folder;
};
const text = (header: string, rows: readonly string[]) => [header, ...rows, ''].join('\n');

/** Firms whose bad ones mostly had bad news; every third is bad. */
function ccf(firms: number): Record<string, string> {
  const ids = Array.from({ length: firms }, (_, i) => `e${i}`);
  const isBad = (i: number) => i % 3 === 0;
  const toned = (i: number) => (isBad(i) === (i % 7 !== 0) ? '消极' : '积极');
  return {
    'ccf2020_labels_a.csv.gz': text(
      'id,label',
      ids.map((id, i) => `${id},${Number(isBad(i))}`),
    ),
    'ccf2020_tax.csv': text(
      'id,START_DATE,END_DATE,TAX_CATEGORIES,TAX_ITEMS,TAXATION_BASIS,TAX_RATE,DEDUCTION,TAX_AMOUNT',
      ids.map((id, i) => `${id},2016/06/01,2016/06/30,增值税,${i % 2 ? '滞纳金' : '一般'},,,,${100 + i}`),
    ),
    'ccf2020_news_a.csv.gz': text(
      'id,positive_negtive,public_date',
      ids.map((id, i) => `${id},${toned(i)},2016-07-01`),
    ),
  };
}

test('firms with bad news are found, and the labels of tables in several files count together', async () => {
  const replayed = await replayCcf(folderOf(ccf(600)));
  if (!replayed.ok) throw new Error(replayed.refusal.code);
  const { firms, bad, auc, precisionAt5, baseRate, taxAndNews } = replayed.value;
  expect({ firms, bad }).toEqual({ firms: 600, bad: 200 });
  expect(auc).toBeGreaterThan(0.75);
  expect(precisionAt5).toBeGreaterThan(2 * baseRate);
  expect(taxAndNews.auc).toBeGreaterThan(0.75);
});

test('what is missing is named: the folder, a table, a column', async () => {
  const { 'ccf2020_news_a.csv.gz': _, ...withoutNews } = ccf(30);
  expect(await replayCcf('/nowhere')).toMatchObject({ refusal: { code: 'monitor.folder-unreadable' } });
  expect(await replayCcf(folderOf(withoutNews))).toMatchObject({
    refusal: { code: 'monitor.file-missing', file: 'ccf2020_news*.csv.gz' },
  });
  const crippled = { ...ccf(30), 'ccf2020_news_a.csv.gz': text('id,public_date', ['e1,2016-07-01']) };
  expect(await replayCcf(folderOf(crippled))).toMatchObject({
    refusal: { code: 'monitor.columns-missing', columns: ['positive_negtive'] },
  });
});

const header =
  'loan_nr,City,State,Bank,NAICS,ApprovalDate,Term,NoEmp,NewExist,CreateJob,RetainedJob,FranchiseCode,UrbanRural,RevLineCr,LowDoc,ChgOffDate,DisbursementDate,DisbursementGross,ChgOffPrinGr,GrAppv,SBA_Appv';

/** A book in which the loans to tiny firms go bad two years after they were drawn, three quarters of the principal lost. */
function book(loans: number): string {
  const rows = Array.from({ length: loans }, (_, i) => {
    const year = 2000 + (i % 10);
    const isLost = i % 4 === 0;
    const lost = isLost ? `6/30/${year + 2},1/31/${year},84000,63000` : `,1/31/${year},84000,0`;
    return `${i},X,GA,Bank ${i % 3},441120,1/1/${year},84,${isLost ? 1 : 9 + (i % 5)},1,0,0,1,1,N,N,${lost},84000,42000`;
  });
  return text(header, rows);
}

test('a book of loans: the rules warn before the charge-off, and the score finds the risky ones a year ahead', async () => {
  const signals: Signal[] = JSON.parse(
    readFileSync(new URL('../../../prisma/seed/policy/signals.json', import.meta.url), 'utf8'),
  );
  const replayed = await replaySba(folderOf({ 'sba_raw22k_x.csv.gz': book(800) }), signals);
  if (!replayed.ok) throw new Error(replayed.refusal.code);
  const { loans, chargedOff, rules, score } = replayed.value;
  expect({ loans, chargedOff, inferred: rules.inferred }).toEqual({
    loans: 800,
    chargedOff: 200,
    inferred: 200,
  });
  // 21 of 84 shares came in; the next fell due seven months before the charge-off.
  expect(rules.lead.red).toMatchObject({ loans: 200 });
  expect(rules.lead.yellow.medianDays).toBeGreaterThan(rules.lead.red.medianDays ?? 0);
  expect(score.auc).toBeGreaterThan(0.9);
  expect(score.precisionAt5).toBeGreaterThan(score.baseRate * 3);
  expect(score.caught).toBeGreaterThan(0);
});

test('a book without losses has nothing to train on', async () => {
  const folder = folderOf({
    'sba_raw22k.csv': text(header, [
      '1,X,GA,B,44,1/1/2000,84,3,1,0,0,1,1,N,N,,1/31/2000,84000,0,84000,42000',
    ]),
  });
  expect(await replaySba(folder, [])).toEqual({ ok: false, refusal: { code: 'monitor.too-few-losses' } });
});
