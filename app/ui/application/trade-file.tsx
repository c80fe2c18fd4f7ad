import { tradeText } from '~/text/trade.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { TradeAnswerForms, TradeBadge, TradeFacts, type TradeShown } from './trade-parts.tsx';

type Application = {
  readonly id: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly shown: boolean;
};

export type TradeFileProps = {
  readonly claim: TradeShown;
  readonly applications: readonly Application[];
  readonly mayChange: boolean;
  readonly fresh: { readonly name: string; readonly url: string } | null;
};

/** One claim: what was asked, what the buyer said, and to which banks it is shown. */
export function TradeFilePage({ claim, applications, mayChange, fresh }: TradeFileProps) {
  const t = useText(tradeText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('trade.title'), to: '/my/trade' }, { label: t('trade.one') }]}
        title={claim.reference}
        badge={<TradeBadge claim={claim} />}
      />
      {fresh ? (
        <Notice live tone="good" title={t('trade.link-title')} next={t('trade.link-for', fresh.name)}>
          <HashChip value={fresh.url} label={t('trade.link-copy')} keep={0} />
        </Notice>
      ) : null}
      {claim.overdue ? (
        <Notice tone="warn" title={t('trade.overdue')}>
          {t('trade.overdue-next')}
        </Notice>
      ) : null}
      <Card title={t('trade.one')}>
        <TradeFacts claim={claim} />
      </Card>
      {claim.state === 'withdrawn' ? null : <Show applications={applications} mayChange={mayChange} />}
      {mayChange && claim.state === 'asked' ? <Withdraw /> : null}
    </div>
  );
}

function Show({ applications, mayChange }: Pick<TradeFileProps, 'applications' | 'mayChange'>) {
  const t = useText(tradeText);
  const name = useNamed();
  const label = (a: Application) =>
    `${name({ zh: a.bankZh, en: a.bankEn })} · ${name({ zh: a.productZh, en: a.productEn })}`;
  const open = applications.filter(({ shown }) => !shown);
  return (
    <Card title={t('trade.show')} lede={t('trade.show-lede')}>
      <div className="stack">
        {applications.length === 0 ? <p className="text-ink-soft">{t('trade.no-application')}</p> : null}
        {applications
          .filter(({ shown }) => shown)
          .map((application) => (
            <p key={application.id}>
              {label(application)} <Badge tone="good">{t('trade.shown')}</Badge>
            </p>
          ))}
        {mayChange && open.length > 0 ? (
          <CommandForm intent="share">
            <SelectField
              name="application"
              label={t('trade.application')}
              width="full"
              options={open.map((application) => ({ value: application.id, label: label(application) }))}
            />
            <Button>{t('trade.do-show')}</Button>
          </CommandForm>
        ) : null}
      </div>
    </Card>
  );
}

function Withdraw() {
  const t = useText(tradeText);
  const reply = useReply('withdraw');
  return (
    <ConfirmStep ask={t('trade.withdraw')} title={t('trade.withdraw')} open={reply !== null}>
      <p>{t('trade.withdraw-text')}</p>
      <CommandForm intent="withdraw">
        <Button variant="secondary">{t('trade.withdraw')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}

/** What the holder of a link is asked. */
export function TradeDoorPage({ claim }: { claim: TradeShown & { readonly seller: string } }) {
  const t = useText(tradeText);
  return (
    <div className="stack-lg mx-auto max-w-3xl">
      <PageHeader
        title={t('trade.door')}
        lede={t('trade.door-lede', claim.seller)}
        badge={<TradeBadge claim={claim} />}
      />
      <Card title={claim.reference}>
        <TradeFacts claim={claim} seller={claim.seller} />
      </Card>
      {claim.state === 'asked' ? (
        <Card tone="brand">
          <TradeAnswerForms claim={claim} />
        </Card>
      ) : null}
    </div>
  );
}

/** The claims that the firm shows with its application, for its bank. */
export function TradesForBank({ claims }: { claims: readonly TradeShown[] }) {
  const t = useText(tradeText);
  if (claims.length === 0) return null;
  return (
    <Card title={t('trade.for-bank')}>
      <div className="stack">
        {claims.map((claim) => (
          <div key={claim.id} className="stack-sm border-t border-line pt-3 first:border-0 first:pt-0">
            <TradeBadge claim={claim} />
            <TradeFacts claim={claim} />
          </div>
        ))}
      </div>
    </Card>
  );
}
