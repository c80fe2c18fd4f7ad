import type { Explanation } from '~/domain/product/explain.ts';
import { matchText } from '~/text/match.ts';
import { type RuleNames, wordAtom, wordFound, wordNext } from '~/text/product-rule.ts';
import { VerdictBadge } from '~/ui/parts/badge.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type ConditionListProps = { readonly conditions: readonly Explanation[]; readonly names: RuleNames };

const order = { fail: 0, unknown: 1, pass: 2 } as const;

/** Every condition with its answer: what stands in the way first, then what is open, then what is met. */
export function ConditionList({ conditions, names }: ConditionListProps) {
  const sorted = [...conditions].sort((a, b) => order[a.verdict] - order[b.verdict]);
  return (
    <ul className="flex flex-col divide-y divide-line">
      {sorted.map((condition, index) => (
        <li key={index} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
          <span className="w-24 shrink-0">
            <VerdictBadge verdict={condition.verdict} />
          </span>
          <div className="min-w-0 flex-1 basis-60">
            <Condition condition={condition} names={names} isMet={condition.verdict === 'pass'} />
          </div>
        </li>
      ))}
    </ul>
  );
}

type ConditionProps = { readonly condition: Explanation; readonly names: RuleNames; readonly isMet: boolean };

/** One condition: the rule, what is held about it, what would change the answer; or several ways, each on its own line; once one way is met, the others need no advice. */
function Condition({ condition, names, isMet }: ConditionProps) {
  const t = useText(matchText);
  const locale = useLocale();
  if (condition.kind !== 'atom')
    return (
      <>
        <p>{t(condition.kind === 'any' ? 'match.any' : 'match.all')}</p>
        <ul className="mt-1 flex flex-col gap-1.5 border-l-2 border-line pl-3">
          {condition.parts.map((part, index) => (
            <li key={index}>
              <Condition condition={part} names={names} isMet={isMet} />
            </li>
          ))}
        </ul>
      </>
    );
  const found = wordFound(condition, names, locale);
  const next = isMet ? null : wordNext(condition, locale);
  return (
    <>
      <p>
        {wordAtom(condition.atom, condition.negated, names, locale)}
        {found ? <span className="ml-2 text-sm text-ink-soft">{found}</span> : null}
      </p>
      {next ? <p className="text-sm font-medium text-ink">{next}</p> : null}
    </>
  );
}
