import type { CompensationRules } from '~/domain/policy/compensation-rules.ts';
import type { Coverage } from '~/domain/policy/coverage.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';
import type { Locale } from '~/text/define.ts';
import { lenderWords } from '~/text/lender-words.ts';
import type { PolicyNames } from '~/text/policy-line.ts';
import { tellCompensation } from '~/text/policy-plain-compensation.ts';
import { tellSubsidy } from '~/text/policy-plain-subsidy.ts';
import { type Paragraph, type Say, sayIn } from '~/text/policy-say.ts';
import { flagWords, listOf, schemeWords, sizeWords, wordOf } from '~/text/policy-words.ts';

function tellCoverage(c: Coverage, s: Say): string[] {
  const { zh } = s;
  const lines: string[] = [];
  const say = (zhText: string, enText: string) => lines.push(zh ? zhText : enText);
  if (c.regions)
    say(
      `地区：${s.list(c.regions.map(s.names.region))}。`,
      `Regions: ${s.list(c.regions.map(s.names.region))}.`,
    );
  if (c.sizes)
    say(
      `规模：${listOf(sizeWords, c.sizes, 'zh-CN')}企业。`,
      `Size: ${listOf(sizeWords, c.sizes, 'en')} firms.`,
    );
  if (c.sectors) {
    const sectors = c.sectors.map((each) => wordOf(schemeWords, each.sector, s.locale));
    say(`领域：${s.list(sectors)}。`, `Sectors: ${s.list(sectors)}.`);
  }
  if (c.purposes) {
    const purposes = listOf(schemeWords, c.purposes, s.locale);
    say(`用途：${purposes}。`, `Purposes: ${purposes}.`);
  }
  if (c.borrowerLists) {
    const lists = listOf(schemeWords, c.borrowerLists, s.locale);
    say(`借款人：${lists}。`, `Borrowers: ${lists}.`);
  }
  tellMarks(c, s, say);
  tellTerms(c, s, say);
  if (lines.length === 0) say('没有限制。', 'No restriction.');
  return lines;
}

/** Marks of the loan, and industries kept out. */
function tellMarks(c: Coverage, s: Say, say: (zh: string, en: string) => void): void {
  if (c.flags?.length) {
    const flags = listOf(flagWords, c.flags, s.locale);
    say(`只限：${flags}。`, `Only: ${flags}.`);
  }
  if (c.excludedIndustries?.length)
    say(
      `不含行业：${s.list(c.excludedIndustries)}。`,
      `Without industries: ${s.list(c.excludedIndustries)}.`,
    );
  if (c.purposeFlags?.length) {
    const flags = listOf(flagWords, c.purposeFlags, s.locale);
    say(`${flags}的贷款不限用途。`, `The purpose does not matter for: ${flags}.`);
  }
}

const conditionWords = {
  'rate-limit': ['贷款利率门槛', 'a limit on the rate'],
  'key-industry-share': ['重点行业占比', 'a least part for key industries'],
  'payout-ceiling': ['代偿率上限', 'a ceiling on payouts'],
} as const;

/** Lenders, rate, and conditions of which no figure was published. */
function tellTerms(c: Coverage, s: Say, say: (zh: string, en: string) => void): void {
  if (c.lenders?.length) {
    const names = listOf(lenderWords, c.lenders, s.locale);
    say(`经办机构 ${c.lenders.length} 家：${names}。`, `${c.lenders.length} lenders: ${names}.`);
  }
  if (c.lenderList)
    say(
      `列入名单 ${c.lenderList} 的机构也可经办。`,
      `Institutions on the list ${c.lenderList} lend under it as well.`,
    );
  if (c.maxRatePpm !== undefined)
    say(`合同利率不高于 ${s.ppm(c.maxRatePpm)}。`, `Contract rate of ${s.ppm(c.maxRatePpm)} at most.`);
  if (c.unpublished?.length) {
    const of = (at: 0 | 1) => s.list((c.unpublished ?? []).map((each) => conditionWords[each][at]));
    say(
      `另设${of(0)}，已读到的文件没有数值，不自动判断。`,
      `There is also ${of(1)}; no source that was read gives the figure, so it is not judged here.`,
    );
  }
}

/** A scheme told in plain words, paragraph by paragraph; every figure of its rules is in it. */
export function describeScheme(
  scheme: Pick<Scheme, 'kind' | 'body'>,
  locale: Locale,
  names: PolicyNames,
): Paragraph[] {
  const say = sayIn(locale, names);
  const head = {
    term: say.zh ? '适用范围' : 'Who and what is covered',
    lines: tellCoverage(scheme.body.coverage, say),
  };
  const rest =
    scheme.kind === 'compensation'
      ? tellCompensation(scheme.body as CompensationRules, say)
      : tellSubsidy(scheme.body as SubsidyRules, say);
  return [head, ...rest];
}
