import { subsidyDeskText, subsidyText } from '~/text/subsidy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button, ButtonRow } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Explanation } from '~/ui/subsidy/explanation.tsx';
import { ReclaimBadge, useReclaimWords } from '~/ui/subsidy/reclaim-table.tsx';
import type { PositionShown, ReclaimShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useLocale, useText } from '~/ui/text.ts';

export type ReclaimProps = {
  readonly reclaim: ReclaimShown;
  readonly isMine: boolean;
  readonly positions: readonly PositionShown[];
  readonly today: string;
};

/** One report: what it says, the decision, what comes back. */
export function Reclaim({ reclaim: r, isMine, positions, today }: ReclaimProps) {
  const t = useText(subsidyText);
  const desk = useText(subsidyDeskText);
  const words = useReclaimWords();
  const locale = useLocale();
  const open = (BigInt(r.demandedFen) - BigInt(r.returnedFen)).toString();
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: desk('desk.reclaims'), to: '/operator/reclaims' }]}
        title={r.firm}
        lede={`${r.contractNo} · ${locale === 'en' ? r.bankEn : r.bankZh}`}
        badge={<ReclaimBadge state={r.state} />}
      />
      <FigureRow>
        <Figure label={t('subsidy.demanded')} value={<Money fen={r.demandedFen} />} />
        <Figure label={t('subsidy.returned')} value={<Money fen={r.returnedFen} />} />
        <Figure label={desk('desk.open')} value={<Money fen={open} />} />
      </FigureRow>
      <Card title={t('subsidy.reports')}>
        <DefinitionList
          layout="grid"
          items={[
            { term: t('subsidy.cause'), value: words.cause(r.cause) },
            { term: t('subsidy.misuse-on'), value: <DayText day={r.misuseOn} /> },
            {
              term: t('subsidy.scope'),
              value: t(r.scope === 'whole' ? 'subsidy.scope.whole' : 'subsidy.scope.from-day'),
            },
            { term: desk('desk.reporter'), value: r.reporter ?? '—' },
            { term: desk('desk.checker'), value: r.decider ?? '—' },
            { term: t('subsidy.note'), value: r.note },
          ]}
        />
      </Card>
      {r.state === 'reported' ? <Decide isMine={isMine} /> : null}
      {r.state === 'demanded' ? <ReturnForm openFen={open} today={today} /> : null}
      {positions.map((p) =>
        p.latest ? (
          <Card key={p.key} title={locale === 'en' ? p.schemeEn : p.schemeZh} lede={p.latest.quarter}>
            <Explanation {...p.latest} />
          </Card>
        ) : null,
      )}
    </div>
  );
}

function Decide({ isMine }: { isMine: boolean }) {
  const desk = useText(subsidyDeskText);
  if (isMine) return <Notice tone="info" title={desk('desk.own-run')} />;
  return (
    <ButtonRow>
      <CommandForm intent="demand">
        <Button variant="danger">{desk('desk.demand')}</Button>
      </CommandForm>
      <CommandForm intent="dismiss">
        <Button variant="secondary">{desk('desk.dismiss')}</Button>
      </CommandForm>
    </ButtonRow>
  );
}

function ReturnForm({ openFen, today }: { openFen: string; today: string }) {
  const desk = useText(subsidyDeskText);
  return (
    <Card title={desk('desk.return')}>
      <CommandForm intent="return">
        <AmountField
          name="amount"
          label={desk('desk.return-amount')}
          unit="yuan"
          defaultFen={openFen}
          required
        />
        <DateField name="paidOn" label={desk('desk.return-on')} max={today} defaultValue={today} required />
        <div>
          <Button>{desk('desk.return')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
