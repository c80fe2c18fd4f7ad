import type { Locale } from '~/text/define.ts';
import { loanText } from '~/text/loan.ts';
import { type PolicyNames, wordPolicyLine } from '~/text/policy-line.ts';
import { useBasis } from '~/ui/legal-basis.ts';
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
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly outcome: string;
  readonly amountFen: string;
  readonly lines: readonly { readonly code: string }[];
};

type SchemesProps = {
  readonly schemes: readonly SchemeAnswer[];
  readonly regionNames: Readonly<Record<string, string>>;
};

/** What each scheme said at disbursement: amounts with their working, or the reasons why not. */
export function LoanSchemes({ schemes, regionNames }: SchemesProps) {
  const t = useText(loanText);
  const locale = useLocale();
  const names = {
    region: (code: string) => regionNames[code] ?? code,
    scheme: (code: string) =>
      nameOf(
        schemes.find((s) => s.code === code),
        locale,
      ) ?? code,
  };
  const noneInForce = schemes.some((s) => s.outcome === 'none-in-force');
  return (
    <Section title={t('loan.schemes')} lede={t('loan.schemes-about')}>
      {schemes.length === 0 ? <Notice tone="info" title={t('loan.schemes-pending')} /> : null}
      {noneInForce ? (
        <Notice tone="info" title={t('loan.scheme.none')}>
          {t('loan.scheme.none-about')}
        </Notice>
      ) : (
        <>
          <CardGrid>
            {schemes
              .filter((scheme) => !isElsewhere(scheme))
              .map((scheme) => (
                <SchemeCard key={scheme.code} scheme={scheme} names={names} />
              ))}
          </CardGrid>
          <Elsewhere schemes={schemes.filter(isElsewhere)} names={names} />
        </>
      )}
    </Section>
  );
}

/** A scheme of another place says nothing about this loan but that. */
const isElsewhere = ({ outcome, lines }: SchemeAnswer) =>
  outcome === 'ineligible' && lines.some((line) => line.code === 'outside-region');

function Elsewhere({ schemes, names }: { schemes: readonly SchemeAnswer[]; names: PolicyNames }) {
  const t = useText(loanText);
  if (schemes.length === 0) return null;
  return (
    <details>
      <summary className="text-brand-700">{t('loan.scheme.elsewhere', schemes.length)}</summary>
      <div className="mt-3">
        <CardGrid>
          {schemes.map((scheme) => (
            <SchemeCard key={scheme.code} scheme={scheme} names={names} />
          ))}
        </CardGrid>
      </div>
    </details>
  );
}

const nameOf = (scheme: SchemeAnswer | undefined, locale: Locale) =>
  locale === 'en' ? scheme?.nameEn : scheme?.nameZh;

function SchemeCard({ scheme, names }: { scheme: SchemeAnswer; names: PolicyNames }) {
  const t = useText(loanText);
  const basis = useBasis();
  const locale = useLocale();
  const eligible = scheme.outcome === 'eligible';
  return (
    <Card level={3} title={nameOf(scheme, locale)} lede={basis(scheme)}>
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
            <li key={JSON.stringify(line)}>{wordPolicyLine(line, locale, names)}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
