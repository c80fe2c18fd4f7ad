import { matchText, rankingWords } from '~/text/match.ts';
import { matchRuleText, weightWords } from '~/text/match-rule.ts';
import { productText } from '~/text/product.ts';
import type { RuleShown } from '~/ui/match/rule-shown.ts';
import { BankResponses, WorkedLoans } from '~/ui/match/rule-tables.tsx';
import { LinkButton } from '~/ui/parts/button.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** The published rule of matching and ranking (domain.md E10): what is compared, in which order, and what is never done. */
export function HowMatchingWorksPage({ rule }: { rule: RuleShown }) {
  const r = useText(matchRuleText);
  const t = useText(matchText);
  const p = useText(productText);
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={t('how.title')}
        lede={t('how.lede')}
        trail={[{ label: p('shelf.title'), to: '/products' }, { label: t('how.title') }]}
        actions={<LinkButton to="/my/needs/new">{p('shelf.match')}</LinkButton>}
      />
      <div className="stack-lg">
        <Section title={t('how.conditions')}>
          <Paragraphs texts={[t('how.conditions-1'), t('how.conditions-2'), t('how.conditions-3')]} />
        </Section>
        <Section title={t('how.cost')}>
          <Paragraphs texts={[t('how.cost-1'), t('how.cost-2')]} />
        </Section>
        <Section title={t('how.rank')} lede={t('how.rank-lede')}>
          <ol className="measure flex list-decimal flex-col gap-3 pl-6 marker:font-semibold">
            {rule.steps.map((step) => (
              <li key={step}>
                <strong>{weightWords[step][locale]}</strong>
                <br />
                {rankingWords[step][locale]}
              </li>
            ))}
          </ol>
          <p className="measure">{r('rule.weights-lede')}</p>
        </Section>
        <WorkedLoans examples={rule.examples} />
        <BankResponses responses={rule.responses} />
        <Section title={t('how.not')}>
          <ul className="measure flex list-disc flex-col gap-2 pl-6">
            {(['how.not-1', 'how.not-2', 'how.not-3'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  return (
    <div className="measure flex flex-col gap-3">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
