import type { CheckName, Finding } from '~/domain/application/pre-check.ts';
import { preCheckText, sayFinding } from '~/text/pre-check.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { StepShown } from './application-shown.ts';

export type FindingShown = Pick<Finding, 'check' | 'effect' | 'facts'>;

/** Where the firm does something about a finding; a repeated application is left out on this page. */
const fixes: { readonly [C in CheckName]: readonly [string, 'people' | 'profile' | 'data'] | null } = {
  'in-business': ['/my/data', 'data'],
  'founding-day': ['/my/profile', 'profile'],
  'person-age': ['/my/persons', 'people'],
  'owner-shares': ['/my/data', 'data'],
  'owners-named': ['/my/persons', 'people'],
  'twin-firm': ['/my/profile', 'profile'],
  'same-bank': null,
};

/** What the checks before forwarding found: what has to be mended, and a box for each thing that the firm confirms. */
export function PreCheckCard({ findings }: { findings: readonly FindingShown[] }) {
  const t = useText(preCheckText);
  if (findings.length === 0) return null;
  return (
    <Card title={t('check.title')} lede={t('check.lede')}>
      <ul className="stack-sm">
        {findings.map((finding, at) => (
          <li key={at} className="border-t border-line pt-3 first:border-0 first:pt-0">
            <Line finding={finding} at={at} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ finding, at }: { finding: FindingShown; at: number }) {
  const t = useText(preCheckText);
  const locale = useLocale();
  const fix = fixes[finding.check];
  return (
    <div className="flex flex-col gap-2">
      <p>
        {finding.effect === 'stop' ? <Badge tone="bad">{t('check.stop')}</Badge> : null}{' '}
        {sayFinding(finding, locale)}
      </p>
      {fix ? (
        <p>
          <TextLink to={fix[0]}>{t(`check.to-${fix[1]}`)}</TextLink>
        </p>
      ) : null}
      {finding.effect === 'confirm' ? (
        <CheckboxField
          id={`confirm-${at}`}
          name="confirmed"
          value={finding.check}
          label={<strong>{t('check.confirm')}</strong>}
        />
      ) : null}
    </div>
  );
}

/** What the firm confirmed when it applied, as its submission says; an application of before the checks says nothing. */
export function ConfirmedChecks({ events }: { events: readonly StepShown[] }) {
  const t = useText(preCheckText);
  const locale = useLocale();
  const submitted = events.find(({ kind }) => kind === 'submitted');
  const { checks } = (submitted?.facts ?? {}) as { checks?: readonly FindingShown[] };
  if (!checks) return null;
  if (checks.length === 0) return <p className="text-sm text-ink-soft">{t('check.none')}</p>;
  return (
    <Card title={t('check.confirmed')} lede={t('check.confirmed-lede')}>
      <ul className="list-disc pl-5">
        {checks.map((finding) => (
          <li key={`${finding.check} ${JSON.stringify(finding.facts)}`}>{sayFinding(finding, locale)}</li>
        ))}
      </ul>
    </Card>
  );
}
