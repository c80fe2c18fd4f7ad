import { loanText } from '~/text/loan.ts';
import { wordPolicyLine } from '~/text/policy-line.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type SchemeAnswer = {
  readonly code: string | null;
  readonly kind: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly legalBasis: string | null;
  readonly outcome: string;
  readonly amountFen: string;
  readonly lines: readonly { readonly code: string }[];
};

/** What each scheme said at disbursement: amounts with their working, or the reasons why not. */
export function LoanSchemes({ schemes }: { schemes: readonly SchemeAnswer[] }) {
  const t = useText(loanText);
  const noneInForce = schemes.some((s) => s.outcome === 'none-in-force');
  return (
    <Section title={t('loan.schemes')} lede={t('loan.schemes-about')}>
      {schemes.length === 0 ? <Notice tone="info" title={t('loan.schemes-pending')} /> : null}
      {noneInForce ? (
        <Notice tone="info" title={t('loan.scheme.none')}>
          {t('loan.scheme.none-about')}
        </Notice>
      ) : (
        <CardGrid>
          {schemes.map((scheme) => (
            <SchemeCard key={scheme.code} scheme={scheme} />
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

function SchemeCard({ scheme }: { scheme: SchemeAnswer }) {
  const t = useText(loanText);
  const locale = useLocale();
  const eligible = scheme.outcome === 'eligible';
  return (
    <Card level={3} title={locale === 'en' ? scheme.nameEn : scheme.nameZh} lede={scheme.legalBasis}>
      <div className="stack">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={eligible ? 'good' : 'mute'}>
            {t(eligible ? 'loan.scheme.eligible' : 'loan.scheme.ineligible')}
          </Badge>
          {eligible ? (
            <span>
              {t(scheme.kind === 'compensation' ? 'loan.scheme.compensation' : 'loan.scheme.subsidy')}{' '}
              <strong>
                <Money fen={scheme.amountFen} />
              </strong>
            </span>
          ) : null}
        </p>
        <p className="text-sm font-semibold">{t(eligible ? 'loan.scheme.why' : 'loan.scheme.why-not')}</p>
        <ul className="list-disc pl-5 text-sm text-ink-soft">
          {scheme.lines.map((line) => (
            <li key={JSON.stringify(line)}>{wordPolicyLine(line, locale)}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
