import { chainParties } from '~/domain/guarantee/guarantee-rules.ts';
import { bearerText } from '~/text/compensation-bearer.ts';
import { showFen, showPpm } from '~/text/format.ts';
import { guaranteeText } from '~/text/guarantee.ts';
import {
  AffiliateForm,
  AnswerForms,
  DecideForms,
  DemandCard,
  MoneyForm,
  ReleaseForm,
} from '~/ui/guarantee/contract-forms.tsx';
import { ContractBadge, type ContractShown } from '~/ui/guarantee/contract-table.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type EventShown = {
  readonly id: string;
  readonly kind: string;
  readonly on: string;
  readonly amountFen: string | null;
  readonly note: string | null;
};

export type ContractPageProps = {
  readonly contract: ContractShown;
  readonly events: readonly EventShown[];
  readonly fundFeeFen: string | null;
  readonly fees: { readonly agreedFen: string; readonly takenFen: string };
  readonly demand: { readonly on: string; readonly amountFen: string; readonly note: string | null } | null;
  readonly feeAimPpm: number;
  readonly isMine: boolean;
  readonly may: { readonly answer: boolean; readonly decide: boolean };
  readonly today: string;
};

/** One contract for its guarantor: terms, who bears what, history, and the next step. */
export function ContractPage(props: ContractPageProps) {
  const t = useText(guaranteeText);
  const bearer = useText(bearerText);
  const locale = useLocale();
  const { contract: c, may, events } = props;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('guarantee.contracts'), to: '/guarantee/contracts' }]}
        title={t('guarantee.title', c.contractNo)}
        lede={`${c.firm} · ${locale === 'en' ? c.bankEn : c.bankZh}`}
        badge={<ContractBadge state={c.state} />}
        actions={
          c.kind === 'guarantee' && c.agreedOn ? (
            <TextLink to={`/guarantee/contracts/${c.id}/claim`}>{bearer('claim.own.link')}</TextLink>
          ) : undefined
        }
      />
      <FigureRow>
        <Figure label={t('guarantee.principal')} value={<Money fen={c.principalFen} style="short" />} />
        <Figure label={t('guarantee.share')} value={<Rate ppm={c.sharePpm} decimals={0} />} />
        <Figure label={t('guarantee.liability')} value={<Money fen={c.liabilityFen} style="short" />} />
        <Figure label={t('guarantee.fee')} value={c.feePpm === null ? '—' : <Rate ppm={c.feePpm} />} />
        <Figure
          label={t('guarantee.fees')}
          value={<Money fen={props.fees.takenFen} />}
          note={t('guarantee.fees-agreed', showFen(props.fees.agreedFen, locale))}
        />
        <Figure label={t('guarantee.paid')} value={<Money fen={c.paidFen} />} />
        <Figure label={t('guarantee.recovered')} value={<Money fen={c.recoveredFen} />} />
      </FigureRow>
      {c.state === 'requested' && may.answer ? <AnswerForms feeAimPpm={props.feeAimPpm} /> : null}
      {c.state === 'proposed' ? <Review {...props} /> : null}
      {props.demand ? <DemandCard demand={props.demand} mayAnswer={may.answer} /> : null}
      <Terms contract={c} fundFeeFen={props.fundFeeFen} />
      {c.shares.length > 0 ? <Chain contract={c} /> : null}
      {may.answer && c.agreedOn ? (
        <CardGrid>
          <MoneyForm
            agreedOn={c.agreedOn}
            today={props.today}
            demandedFen={props.demand?.amountFen ?? null}
          />
          {c.state === 'in-force' ? <AffiliateForm /> : null}
          {c.state === 'in-force' ? <ReleaseForm /> : null}
        </CardGrid>
      ) : null}
      <History events={events} />
    </div>
  );
}

function Review({ isMine, may }: ContractPageProps) {
  const t = useText(guaranteeText);
  if (isMine) return <Notice tone="info" title={t('guarantee.own-proposal')} />;
  return may.decide ? <DecideForms /> : <Notice tone="info" title={t('guarantee.awaits-reviewer')} />;
}

function Terms({ contract: c, fundFeeFen }: Pick<ContractPageProps, 'contract' | 'fundFeeFen'>) {
  const t = useText(guaranteeText);
  const waiting =
    c.waitingDays > 0 ? [{ term: t('guarantee.waiting'), value: t('guarantee.days', c.waitingDays) }] : [];
  const fee = fundFeeFen ? [{ term: t('guarantee.fund-fee'), value: <Money fen={fundFeeFen} /> }] : [];
  return (
    <Card>
      <DefinitionList
        layout="grid"
        items={[
          {
            term: t('guarantee.kind'),
            value: t(c.kind === 'insurance' ? 'guarantee.kind.insurance' : 'guarantee.kind.guarantee'),
          },
          { term: t('guarantee.since'), value: c.agreedOn ? <DayText day={c.agreedOn} /> : '—' },
          { term: t('guarantee.until'), value: <DayText day={c.maturityOn} /> },
          ...waiting,
          ...fee,
          { term: t('guarantee.note'), value: c.note ?? '—' },
        ]}
      />
    </Card>
  );
}

function Chain({ contract: c }: { contract: ContractShown }) {
  const t = useText(guaranteeText);
  const locale = useLocale();
  const nameOf = (payer: string) => {
    const party = chainParties.find((each) => each === payer);
    return t(party ? `guarantee.party.${party}` : 'guarantee.party.insurer');
  };
  return (
    <Card>
      <BarList
        title={t('guarantee.chain')}
        description={t('guarantee.chain-about')}
        max={1_000_000}
        bars={c.shares.map((share) => ({
          label: nameOf(share.payer),
          value: share.sharePpm,
          text: `${showPpm(share.sharePpm, locale, 0)} · ${showFen(share.amountFen, locale, 'short')}`,
        }))}
      />
    </Card>
  );
}

const kinds = [
  'requested',
  'proposed',
  'accepted',
  'refused',
  'returned',
  'withdrawn',
  'fee',
  'demanded',
  'declined',
  'paid',
  'recovered',
  'released',
] as const;

function History({ events }: { events: readonly EventShown[] }) {
  const t = useText(guaranteeText);
  return (
    <Section title={t('guarantee.history')}>
      <DataTable
        caption={t('guarantee.history')}
        captionHidden
        rows={events}
        rowKey={(e) => e.id}
        columns={[
          { key: 'on', header: t('guarantee.on'), primary: true, cell: (e) => <DayText day={e.on} /> },
          {
            key: 'what',
            header: t('guarantee.what'),
            cell: (e) => t(`guarantee.event.${kinds.find((kind) => kind === e.kind) ?? 'requested'}`),
          },
          {
            key: 'amount',
            header: t('guarantee.amount'),
            align: 'end',
            cell: (e) => (e.amountFen ? <Money fen={e.amountFen} /> : '—'),
          },
          { key: 'note', header: t('guarantee.note'), cell: (e) => e.note ?? '—' },
        ]}
      />
    </Section>
  );
}
