import type { AtomExplanation, Explanation } from '~/domain/product/explain.ts';
import { system } from '~/server/access/actor.ts';
import { type ExplainedMatch, explainMatch } from '~/server/match/explain-match.ts';
import { type Locale, translate } from '~/text/define.ts';
import { showCount, showDay, showFen } from '~/text/format.ts';
import { matchCliText } from '~/text/match-cli.ts';
import { wordAtom, wordNext } from '~/text/product-rule.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { scoreRefusals } from '~/text/score.ts';
import type { CliAnswer } from '../command.ts';

type Shown = ExplainedMatch['first'][number];

/** `match --firm KEY`: one firm with the whole shelf, and why. */
export async function matchFirm(key: string, locale: Locale): Promise<CliAnswer> {
  const explained = await explainMatch(system('cli.match'), key);
  if (!explained.ok) {
    const message = wordRefusal(scoreRefusals, explained.refusal, locale);
    return { ok: false, json: { error: explained.refusal.code, message }, lines: [message] };
  }
  const { firm, asOf, verdicts, first, missed, stated } = explained.value;
  const t = translate(matchCliText, locale);
  const count = (n: number) => showCount(n, locale);
  const rows = (of: readonly Shown[]) => of.map(({ names: _, ...row }) => row);
  return {
    ok: true,
    json: { firm, asOf, stated, verdicts, first: rows(first), missed: rows(missed) },
    lines: [
      t('cli.match.firm', firm.name, showDay(asOf, locale, 'short'), stated),
      t('cli.match.verdicts', count(verdicts.pass), count(verdicts.unknown), count(verdicts.fail)),
      ...first.flatMap((row) => linesOf(row, locale)),
      ...(missed.length > 0 ? ['', t('cli.match.missed')] : []),
      ...missed.flatMap((row) => linesOf(row, locale)),
    ],
  };
}

/** A product with its cost, and below it what is open or missed and what would change that. */
function linesOf(row: Shown, locale: Locale): string[] {
  const t = translate(matchCliText, locale);
  const name = locale === 'en' ? `${row.nameEn} · ${row.bankEn}` : `${row.nameZh} · ${row.bankZh}`;
  const cost = row.netFen === null ? t('cli.match.no-price') : showFen(row.netFen, locale);
  const example = row.example ? ` (${t('cli.match.example')})` : '';
  const unmet = row.conditions.filter(({ verdict }) => verdict !== 'pass').flatMap(atomsIn);
  return [
    `${mark[row.verdict]} ${name}${example}  ${cost}`,
    ...unmet
      .filter(({ verdict }) => verdict !== 'pass')
      .map((atom) => `    ${mark[atom.verdict]} ${worded(atom, row, locale)}`),
  ];
}

const mark = { pass: '✓', unknown: '?', fail: '✗' } as const;

const atomsIn = (explanation: Explanation): AtomExplanation[] =>
  explanation.kind === 'atom' ? [explanation] : explanation.parts.flatMap(atomsIn);

function worded(atom: AtomExplanation, { names }: Shown, locale: Locale): string {
  const industry = Object.fromEntries(
    Object.entries(names.industry).map(([code, { zh, en }]) => [code, locale === 'en' ? (en ?? zh) : zh]),
  );
  const next = wordNext(atom, locale);
  const what = wordAtom(atom.atom, atom.negated, { region: names.region, industry }, locale);
  return next ? `${what} → ${next}` : what;
}
