import { penaltyText } from '~/text/loan-penalty.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type Compared = {
  readonly id: string;
  readonly on: string;
  readonly expectedFen: string;
  readonly statedFen: string;
  readonly differenceFen: string;
};

export type PenaltyData = {
  readonly overduePpm: number;
  readonly misusePpm: number;
  readonly compounds: boolean;
  readonly overdueFen: string;
  readonly misuseFen: string;
  readonly compoundFen: string;
  readonly totalFen: string;
  readonly statedFen: string;
  readonly payments: readonly (Compared & { readonly differs: boolean })[];
};

type Props = { readonly penalty: PenaltyData | null; readonly mayState?: boolean };

/** Penalty and compound interest of a loan: the contract's terms, what they ask for, and each payment beside it. */
export function Penalty({ penalty, mayState = false }: Props) {
  const t = useText(penaltyText);
  return (
    <Section title={t('penalty.title')} lede={t('penalty.about')}>
      {penalty ? (
        <>
          <p className="measure">
            {t('penalty.terms', penalty.overduePpm, penalty.misusePpm, penalty.compounds)}
          </p>
          <Figures penalty={penalty} />
          {penalty.payments.length > 0 ? <Payments rows={penalty.payments} /> : null}
        </>
      ) : (
        <p className="text-ink-soft">{t('penalty.unstated')}</p>
      )}
      {mayState ? <TermsForm penalty={penalty} /> : null}
    </Section>
  );
}

function Figures({ penalty }: { penalty: PenaltyData }) {
  const t = useText(penaltyText);
  return (
    <FigureRow>
      <Figure label={t('penalty.total')} value={<Money fen={penalty.totalFen} />} />
      <Figure label={t('penalty.overdue')} value={<Money fen={penalty.overdueFen} />} />
      <Figure label={t('penalty.compound')} value={<Money fen={penalty.compoundFen} />} />
      {penalty.misuseFen === '0' ? null : (
        <Figure label={t('penalty.misuse')} value={<Money fen={penalty.misuseFen} />} />
      )}
      <Figure label={t('penalty.stated')} value={<Money fen={penalty.statedFen} />} />
    </FigureRow>
  );
}

function useMoneyColumns<R extends Compared>(): Column<R>[] {
  const t = useText(penaltyText);
  const money = (key: string, header: string, of: (row: R) => string): Column<R> => ({
    ...{ key, header, align: 'end' },
    cell: (row) => <Money fen={of(row)} />,
  });
  return [
    money('expected', t('penalty.expected'), (row) => row.expectedFen),
    money('stated', t('penalty.as-stated'), (row) => row.statedFen),
    money('difference', t('penalty.difference'), (row) => row.differenceFen),
  ];
}

function Direction({ row }: { row: Compared }) {
  const t = useText(penaltyText);
  const isMore = !row.differenceFen.startsWith('-');
  return <Badge tone={isMore ? 'bad' : 'warn'}>{t(isMore ? 'penalty.more' : 'penalty.less')}</Badge>;
}

function Payments({ rows }: { rows: PenaltyData['payments'] }) {
  const t = useText(penaltyText);
  const columns = useMoneyColumns<PenaltyData['payments'][number]>();
  return (
    <DataTable
      caption={t('penalty.payments')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'on', header: t('penalty.on'), primary: true, cell: (row) => <DayText day={row.on} /> },
        ...columns,
        {
          key: 'finding',
          header: t('penalty.finding'),
          cell: (row) => (row.differs ? <Direction row={row} /> : t('penalty.agrees')),
        },
      ]}
    />
  );
}

function TermsForm({ penalty }: Pick<Props, 'penalty'>) {
  const t = useText(penaltyText);
  const reply = useReply('penalty-terms');
  const uplift = (name: 'overdue' | 'misuse', ppm: number | undefined) => (
    <TextField
      name={name}
      label={t(`penalty.${name}-label`)}
      hint={t('penalty.uplift-hint')}
      inputMode="decimal"
      width="xs"
      suffix="%"
      autoComplete="off"
      defaultValue={ppm === undefined ? '' : String(ppm / 10_000)}
      required
    />
  );
  return (
    <ConfirmStep ask={t('penalty.ask')} title={t('penalty.ask-title')} open={reply !== null}>
      <CommandForm intent="penalty-terms">
        {uplift('overdue', penalty?.overduePpm)}
        {uplift('misuse', penalty?.misusePpm)}
        <CheckboxField
          name="compounds"
          value="yes"
          label={t('penalty.compounds')}
          defaultChecked={penalty?.compounds ?? true}
        />
        <FormActions>
          <Button>{t('penalty.do')}</Button>
        </FormActions>
      </CommandForm>
    </ConfirmStep>
  );
}

export type FileFinding = Compared & {
  readonly loanId: string;
  readonly contractNo: string;
  readonly firm: string;
};

/** Findings on the payments of one file of a bank. */
export function FileFindings({ findings }: { findings: readonly FileFinding[] }) {
  const t = useText(penaltyText);
  const columns = useMoneyColumns<FileFinding>();
  return (
    <Section title={t('penalty.file-title')} lede={t('penalty.file-about')}>
      <DataTable
        caption={t('penalty.file-title')}
        captionHidden
        rows={findings}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('penalty.file-none')} />}
        columns={[
          {
            key: 'contract',
            header: t('penalty.contract'),
            primary: true,
            cell: (row) => <TextLink to={`/bank/loans/${row.loanId}`}>{row.contractNo}</TextLink>,
          },
          { key: 'firm', header: t('penalty.firm'), cell: (row) => row.firm },
          { key: 'on', header: t('penalty.on'), cell: (row) => <DayText day={row.on} /> },
          ...columns,
          { key: 'finding', header: t('penalty.finding'), cell: (row) => <Direction row={row} /> },
        ]}
      />
    </Section>
  );
}
