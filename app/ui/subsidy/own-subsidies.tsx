import { showFen } from '~/text/format.ts';
import { subsidyText } from '~/text/subsidy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { Explanation } from '~/ui/subsidy/explanation.tsx';
import { StatementLines, type StatementShown } from '~/ui/subsidy/money-statements.tsx';
import { ReclaimTable } from '~/ui/subsidy/reclaim-table.tsx';
import type { PositionShown, ReclaimShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useLocale, useText } from '~/ui/text.ts';

export type SchemeRoom = {
  readonly scheme: string;
  readonly zh: string;
  readonly en: string;
  readonly usedFen: string;
  readonly amountCapFen: string | null;
  readonly amountLeftFen: string | null;
  readonly leftFen: string | null;
};

export type OwnSubsidiesProps = {
  readonly positions: readonly PositionShown[];
  readonly schemes: readonly SchemeRoom[];
  readonly statements: readonly StatementShown[];
  readonly reclaims: readonly ReclaimShown[];
  readonly paidFen: string;
  readonly owedFen: string;
  readonly waitingFen: string;
  readonly mayChoose: boolean;
};

/** What a firm got, what is on the way and what room is left. */
export function OwnSubsidies(props: OwnSubsidiesProps) {
  const t = useText(subsidyText);
  const { positions, schemes, reclaims } = props;
  return (
    <div className="stack-lg">
      <PageHeader title={t('subsidy.own.title')} lede={t('subsidy.own.lede')} />
      <FigureRow>
        <Figure label={t('subsidy.received')} value={<Money fen={props.paidFen} />} />
        <Figure label={t('subsidy.proposed')} value={<Money fen={props.waitingFen} />} />
        <Figure label={t('subsidy.to-return')} value={<Money fen={props.owedFen} />} />
      </FigureRow>
      {positions.length === 0 ? (
        <EmptyState title={t('subsidy.empty')}>{t('subsidy.empty-firm')}</EmptyState>
      ) : (
        <Rooms schemes={schemes} />
      )}
      {positions.map((position) => (
        <Position
          key={position.key}
          position={position}
          statements={props.statements.filter(({ loanId }) => loanId === position.loanId)}
          mayChoose={props.mayChoose}
        />
      ))}
      {reclaims.length > 0 ? (
        <Section title={t('subsidy.reports')}>
          <ReclaimTable reclaims={reclaims} />
        </Section>
      ) : null}
    </div>
  );
}

function Rooms({ schemes }: { schemes: readonly SchemeRoom[] }) {
  const t = useText(subsidyText);
  const locale = useLocale();
  return (
    <Card>
      <StackedBar
        title={t('subsidy.by-scheme')}
        description={t('subsidy.by-scheme-about')}
        series={[t('subsidy.used'), t('subsidy.room')]}
        rowName={t('subsidy.scheme')}
        rows={schemes.map((s) => ({
          label: locale === 'en' ? s.en : s.zh,
          values: [Number(s.usedFen), Number(s.leftFen ?? 0)],
          texts: [
            showFen(s.usedFen, locale, 'short'),
            s.leftFen === null ? t('subsidy.no-cap') : showFen(s.leftFen, locale, 'short'),
          ],
        }))}
      />
      <AmountRooms schemes={schemes} />
    </Card>
  );
}

/** What caps on the subsidy itself leave, where a scheme sets one. */
function AmountRooms({ schemes }: { schemes: readonly SchemeRoom[] }) {
  const t = useText(subsidyText);
  const locale = useLocale();
  const capped = schemes.filter((s) => s.amountCapFen !== null && s.amountLeftFen !== null);
  if (capped.length === 0) return null;
  return (
    <ul className="mt-3 text-sm text-ink-soft">
      {capped.map((s) => (
        <li key={s.scheme}>
          {locale === 'en' ? s.en : s.zh}{' '}
          {t('subsidy.amount-room', s.amountCapFen ?? '0', s.amountLeftFen ?? '0')}
        </li>
      ))}
    </ul>
  );
}

type PositionProps = {
  readonly position: PositionShown;
  readonly statements: readonly StatementShown[];
  readonly mayChoose: boolean;
};

function Position({ position: p, statements, mayChoose }: PositionProps) {
  const t = useText(subsidyText);
  const locale = useLocale();
  return (
    <Card
      title={locale === 'en' ? p.schemeEn : p.schemeZh}
      lede={
        <>
          <TextLink to={`/my/loans/${p.loanId}`}>{p.contractNo}</TextLink> ·{' '}
          {locale === 'en' ? p.bankEn : p.bankZh}
        </>
      }
      actions={p.refused ? <Badge tone="warn">{t('subsidy.refused')}</Badge> : undefined}
    >
      <div className="stack">
        <FigureRow>
          <Figure label={t('subsidy.paid')} value={<Money fen={p.paidFen} />} />
          <Figure label={t('subsidy.balance')} value={<Money fen={p.balanceFen} style="short" />} />
          <Figure label={t('subsidy.quarter')} value={p.latest?.quarter ?? '—'} />
        </FigureRow>
        {p.latest ? (
          <Explanation {...p.latest} />
        ) : (
          <p className="text-ink-soft">{t('subsidy.not-settled')}</p>
        )}
        <StatementLines statements={statements} />
        {mayChoose ? <Choice position={p} /> : null}
      </div>
    </Card>
  );
}

function Choice({ position: p }: { position: PositionShown }) {
  const t = useText(subsidyText);
  if (p.refused)
    return (
      <CommandForm intent="take-up" id={`take-up-${p.key}`}>
        <input type="hidden" name="loanId" value={p.loanId} />
        <div>
          <Button variant="secondary">{t('subsidy.take-up')}</Button>
        </div>
      </CommandForm>
    );
  return (
    <ConfirmStep ask={t('subsidy.refuse')} title={t('subsidy.refuse')}>
      <p>{t('subsidy.refuse-ask')}</p>
      <CommandForm intent="refuse" id={`refuse-${p.key}`}>
        <input type="hidden" name="loanId" value={p.loanId} />
        <div>
          <Button variant="danger">{t('subsidy.refuse')}</Button>
        </div>
      </CommandForm>
    </ConfirmStep>
  );
}
