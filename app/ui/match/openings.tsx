import type { Step } from '~/domain/match/openings.ts';
import { matchText } from '~/text/match.ts';
import { wordStep } from '~/text/match-step.ts';
import type { OpeningRow } from '~/ui/match/match-data.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** Where a step is taken; another need starts from this one. Null where only time does it. */
function placeOf(step: Step, needId: string): string | null {
  const from = `/my/needs/new?from=${needId}`;
  switch (step.kind) {
    case 'consent':
      return '/my/consents/new?for=evaluation';
    case 'declare':
      return '/my/profile';
    case 'amount':
      return `${from}&amountFen=${step.toFen}`;
    case 'term':
      return `${from}&term=${step.toMonths}`;
    case 'pledge':
      return `${from}&pledge=${step.collateral}`;
    case 'wait':
      return null;
  }
}

type OpeningsProps = { readonly openings: readonly OpeningRow[]; readonly needId: string };

const shown = 6;

/** What would open more products: single steps, the most fruitful first. */
export function Openings({ openings, needId }: OpeningsProps) {
  const t = useText(matchText);
  const locale = useLocale();
  if (openings.length === 0) return <Card title={t('match.open.title')}>{t('match.open.none')}</Card>;
  return (
    <Card title={t('match.open.title')} lede={t('match.open.lede')} tone="brand">
      <ol className="flex flex-col divide-y divide-brand-200">
        {openings.slice(0, shown).map((opening) => {
          const { step, opens, settles } = opening;
          const to = placeOf(step, needId);
          return (
            <li key={JSON.stringify(step)} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
              <span className="min-w-0 flex-1 basis-56 font-medium">{wordStep(step, locale)}</span>
              <span className="num text-sm">
                {opens > 0 ? t('match.open.count', opens) : null}
                {opens > 0 && settles > 0 ? ' · ' : null}
                {settles > 0 ? t('match.open.settles', settles) : null}
              </span>
              {to ? (
                <TextLink to={to}>
                  {t('match.open.do')}
                  <span className="sr-only"> {wordStep(step, locale)}</span>
                </TextLink>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
