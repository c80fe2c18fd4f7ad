import type { RenewalLine } from '~/domain/loan/renewal-application.ts';
import { renewalCheckText, renewalText } from '~/text/loan-renewal.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { useText } from '~/ui/text.ts';

const tones = { pass: 'good', fail: 'bad', unknown: 'info' } as const;

type Shown = {
  readonly loanId: string;
  readonly lines: readonly RenewalLine[];
  readonly from: string;
  readonly maturityOn: string;
  readonly askedBy: string | null;
  readonly mayAsk: boolean;
  /** Only the owner applies. */
  readonly mayApply: boolean;
};

/** Whether the firm may ask for a renewal of its loan, rule by rule, and the way to ask. */
export function RenewalCard({ loanId, lines, from, maturityOn, askedBy, mayAsk, mayApply }: Shown) {
  const t = useText(renewalText);
  const checks = useText(renewalCheckText);
  return (
    <Card title={t('renewal.title')} lede={t('renewal.lede', from, maturityOn)}>
      <div className="stack">
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {lines.map(({ check, verdict }) => (
            <li key={check} className="flex flex-wrap items-center justify-between gap-x-3">
              <span>{checks(`renewal.check.${check}`)}</span>
              <Badge tone={tones[verdict]}>{t(`renewal.verdict.${verdict}`)}</Badge>
            </li>
          ))}
        </ul>
        {askedBy ? <TextLink to={`/my/applications/${askedBy}`}>{t('renewal.asked')}</TextLink> : null}
        {mayAsk && mayApply ? (
          <div>
            <LinkButton to={`/my/applications/new?renews=${loanId}`}>{t('renewal.ask')}</LinkButton>
          </div>
        ) : null}
        <p className="text-sm text-ink-soft">{t('renewal.policy')}</p>
      </div>
    </Card>
  );
}
