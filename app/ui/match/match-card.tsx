import { ChevronRight } from 'lucide-react';
import { matchText } from '~/text/match.ts';
import type { RuleNames } from '~/text/product-rule.ts';
import { showFen } from '~/ui/format.ts';
import { ConditionList } from '~/ui/match/condition-list.tsx';
import { MatchCost } from '~/ui/match/match-cost.tsx';
import type { MatchRow } from '~/ui/match/match-data.ts';
import { VerdictBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import {
  ExampleBadge,
  useAmountText,
  useProductNames,
  useRateText,
  useTermText,
} from '~/ui/product/product-facts.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type MatchCardProps = { readonly match: MatchRow; readonly names: RuleNames; readonly canChoose: boolean };

/** One matched product: what it costs, how its conditions stand, and each of them to open. */
export function MatchCard({ match, names, canChoose }: MatchCardProps) {
  const { product } = match;
  const { name, bank } = useProductNames()(product);
  const rate = useRateText();
  const amount = useAmountText();
  const term = useTermText();
  return (
    <article className="rounded-sheet border border-line bg-sheet shadow-sheet" aria-label={name}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3 px-(--pad) pt-4 pb-3">
        {canChoose ? <Choose id={product.id} name={name} /> : null}
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="font-semibold">
            <TextLink to={`/products/${product.id}`}>{name}</TextLink>{' '}
            {product.example ? <ExampleBadge /> : null}
          </h3>
          <p className="text-sm text-ink-soft">{bank}</p>
          <p className="num mt-1 text-sm text-ink-soft">
            {rate(product)} · {amount(product)} · {term(product)}
          </p>
          <ResponseLine days={match.decisionDays} />
        </div>
        <MatchCost price={match.price} hasRate={product.lowestPpm !== null || product.highestPpm !== null} />
      </div>
      <Conditions match={match} names={names} name={name} />
    </article>
  );
}

function ResponseLine({ days }: { days: number | null }) {
  const t = useText(matchText);
  return days === null ? null : <p className="text-sm text-ink-soft">{t('match.response', days)}</p>;
}

function Choose({ id, name }: { id: string; name: string }) {
  const t = useText(matchText);
  return (
    <label className="tick-box">
      <span className="sr-only">{t('match.choose-label', name)}</span>
      <input type="checkbox" name="products" value={id} className="size-4.5 accent-brand-700" />
    </label>
  );
}

function Tally({ match: { tally } }: { match: MatchRow }) {
  const t = useText(matchText);
  const parts = [
    t('match.rules', tally.passed, tally.all),
    tally.failing > 0 ? t('match.rules.failing', tally.failing) : null,
    tally.open > 0 ? t('match.rules.open', tally.open) : null,
  ];
  return <span className="text-sm">{parts.filter(Boolean).join(' · ')}</span>;
}

/** A product behind the first of its group: its cost and, to open, what stands in the way. */
export function FoldedCard({ match, names, canChoose }: MatchCardProps) {
  const t = useText(matchText);
  const locale = useLocale();
  const { product, price, conditions } = match;
  const { name, bank } = useProductNames()(product);
  const line = (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <VerdictBadge verdict={match.verdict} />
      <Tally match={match} />
    </span>
  );
  return (
    <article
      className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-2"
      aria-label={name}
    >
      {canChoose ? <Choose id={product.id} name={name} /> : null}
      <p className="min-w-0 flex-1 basis-64">
        <TextLink to={`/products/${product.id}`}>{name}</TextLink> {product.example ? <ExampleBadge /> : null}{' '}
        <span className="text-sm text-ink-soft">{bank}</span>
      </p>
      <p className="num">
        {price ? `${t('match.cost')} ${showFen(price.netFen, locale)}` : t('match.cost.enquire')}
      </p>
      {conditions.length === 0 ? (
        line
      ) : (
        <details className="basis-full">
          <summary className="min-h-11 content-center">{line}</summary>
          <ConditionList conditions={conditions} names={names} />
        </details>
      )}
    </article>
  );
}

/** How many conditions are met, open and missed; opened, each with its distance. */
function Conditions({ match, names, name }: { match: MatchRow; names: RuleNames; name: string }) {
  const { conditions, verdict } = match;
  return (
    <details className="border-t border-line">
      <summary className="flex min-h-11 list-none flex-wrap items-center gap-x-3 gap-y-1 px-(--pad) py-2 hover:bg-brand-50/60">
        <ChevronRight aria-hidden className="turn-open size-4 shrink-0 text-ink-faint" />
        <VerdictBadge verdict={verdict} />
        <Tally match={match} />
        <span className="sr-only">{name}</span>
      </summary>
      <div className="px-(--pad) pb-4">
        <ConditionList conditions={conditions} names={names} />
      </div>
    </details>
  );
}
