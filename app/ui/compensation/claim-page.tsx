import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { compensationText } from '~/text/compensation.ts';
import { bearerText } from '~/text/compensation-bearer.ts';
import { causeName } from '~/text/compensation-words.ts';
import { showDay } from '~/text/format.ts';
import { wordPolicyLine } from '~/text/policy-line.ts';
import { ClaimBadge } from '~/ui/compensation/claim-badge.tsx';
import { ClaimProofs, type DutyShown, type ProofShown } from '~/ui/compensation/claim-proofs.tsx';
import { type BearerShown, LossBearers } from '~/ui/compensation/loss-bearers.tsx';
import { RecoveryParts } from '~/ui/compensation/recovery-parts.tsx';
import { useBasis } from '~/ui/legal-basis.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, InstantText, Money } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ClaimData = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly poolId: string;
  readonly schemeZh: string;
  readonly schemeEn: string;
  readonly legalBasis: string;
  readonly legalBasisEn: string;
  readonly form: string;
  readonly state: string;
  readonly waits: string | null;
  readonly determinedOn: string;
  readonly holdUntil: string | null;
  readonly causes: readonly string[];
  readonly agreedPpm: number | null;
  readonly guarantorFen: string;
  readonly insurerFen: string;
  readonly payers: readonly BearerShown[];
  readonly guarantorId: string | null;
  /** As it was claimed, and what of it is still lost. */
  readonly lossFen: string;
  readonly lossLeftFen: string;
  /** What the pool bears, and what it owes after its part of what came back. */
  readonly determinedFen: string;
  readonly payableFen: string;
  readonly holdFen: string;
  readonly paidFen: string;
  readonly lines: readonly { readonly code: string }[];
  readonly evidence: readonly ProofShown[];
  readonly duties: readonly DutyShown[];
  readonly payments: readonly { id: string; on: string; amountFen: string; journal: string }[];
  readonly recoveries: readonly {
    id: string;
    on: string;
    grossFen: string;
    costsFen: string;
    toPoolFen: string;
    source: string;
    parts: readonly BearerShown[];
  }[];
  readonly events: readonly {
    id: string;
    kind: string;
    at: string;
    by: string;
    text: string;
    amountFen: string | null;
  }[];
  readonly batchId: string | null;
  /** Its turn among the claims that wait for the pool, from one; null while it waits for none. */
  readonly place: number | null;
  readonly isProposer: boolean;
  readonly today: string;
};

type ClaimPageProps = {
  readonly claim: ClaimData;
  readonly back: { readonly label: string; readonly to: string };
  /** Where the duty pack of the bank is had. */
  readonly pack?: string;
  readonly children?: ReactNode;
};

/** A claim: figures, why this amount, proofs and duties, what was paid and came back, the forms of the reader. */
export function ClaimPage({ claim, back, pack, children }: ClaimPageProps) {
  const t = useText(compensationText);
  const bearer = useText(bearerText);
  const locale = useLocale();
  const bank = locale === 'en' ? claim.bankEn : claim.bankZh;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[back]}
        title={t('comp.claim.title', claim.contractNo)}
        lede={`${claim.firm} · ${bank}`}
        badge={<ClaimBadge state={claim.state} waits={claim.waits} />}
        actions={
          pack ? (
            <LinkButton to={pack} variant="secondary" icon={Download} download>
              {t('comp.claim.pack')}
            </LinkButton>
          ) : undefined
        }
      />
      <FigureRow>
        <Figure
          label={t('comp.claim.loss')}
          value={<Money fen={claim.lossLeftFen} />}
          note={
            claim.lossLeftFen === claim.lossFen ? undefined : bearer('bearer.claimed-loss', claim.lossFen)
          }
        />
        <Figure label={t('comp.claim.payable')} value={<Money fen={claim.payableFen} />} />
        <Figure
          label={t('comp.claim.held')}
          value={<Money fen={claim.holdFen} />}
          note={claim.holdUntil ? t('comp.claim.until', showDay(claim.holdUntil, locale)) : undefined}
        />
        <Figure label={t('comp.paid')} value={<Money fen={claim.paidFen} />} />
      </FigureRow>
      {claim.place === null ? null : <Notice tone="info" title={bearer('bearer.place', claim.place)} />}
      <WhyThisAmount claim={claim} />
      <LossBearers
        lossFen={claim.lossFen}
        payers={claim.payers}
        poolFen={claim.determinedFen}
        claimant={claim.guarantorId ? 'claimant' : 'bank'}
      />
      {children}
      <ClaimProofs evidence={claim.evidence} duties={claim.duties} />
      <Payments claim={claim} />
      <Events events={claim.events} />
    </div>
  );
}

function WhyThisAmount({ claim }: { claim: ClaimData }) {
  const basis = useBasis();
  const t = useText(compensationText);
  const locale = useLocale();
  const scheme = locale === 'en' ? claim.schemeEn : claim.schemeZh;
  return (
    <Card title={t('comp.claim.why')} lede={`${scheme} · ${basis(claim)}`}>
      <p className="mb-2 text-sm">
        {t('comp.claim.determined-on')} <DayText day={claim.determinedOn} /> ·{' '}
        {claim.causes.map((cause) => causeName(cause, locale)).join(locale === 'en' ? ', ' : '、')}
      </p>
      {claim.lines.length === 0 ? (
        <p className="text-ink-soft">{t('comp.claim.why-none')}</p>
      ) : (
        <ol className="list-decimal pl-5">
          {claim.lines.map((line) => (
            <li key={JSON.stringify(line)}>{wordPolicyLine(line, locale)}</li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function Payments({ claim }: { claim: ClaimData }) {
  const t = useText(compensationText);
  return (
    <>
      <Section title={t('comp.claim.payments')}>
        <DataTable
          caption={t('comp.claim.payments')}
          captionHidden
          rows={claim.payments}
          rowKey={(p) => p.id}
          columns={[
            { key: 'on', header: t('comp.proof.on'), primary: true, cell: (p) => <DayText day={p.on} /> },
            {
              key: 'amount',
              header: t('comp.claim.amount'),
              align: 'end',
              cell: (p) => <Money fen={p.amountFen} />,
            },
            { key: 'journal', header: t('comp.claim.journal'), align: 'end', cell: (p) => p.journal },
          ]}
          empty={<EmptyState title={t('comp.claim.payments-empty')} />}
        />
      </Section>
      {claim.recoveries.length > 0 ? (
        <Recoveries recoveries={claim.recoveries} isGuarantor={claim.guarantorId !== null} />
      ) : null}
    </>
  );
}

function Recoveries({
  recoveries,
  isGuarantor,
}: Pick<ClaimData, 'recoveries'> & { readonly isGuarantor: boolean }) {
  const t = useText(compensationText);
  const bearer = useText(bearerText);
  return (
    <Section title={t('comp.claim.recoveries')}>
      <DataTable
        caption={t('comp.claim.recoveries')}
        captionHidden
        rows={recoveries}
        rowKey={(r) => r.id}
        columns={[
          { key: 'on', header: t('comp.recover.on'), primary: true, cell: (r) => <DayText day={r.on} /> },
          {
            key: 'gross',
            header: t('comp.claim.gross'),
            align: 'end',
            cell: (r) => (r.grossFen === '0' ? bearer('bearer.anew') : <Money fen={r.grossFen} />),
          },
          {
            key: 'costs',
            header: t('comp.claim.costs'),
            align: 'end',
            cell: (r) => <Money fen={r.costsFen} />,
          },
          {
            key: 'source',
            header: bearer('bearer.source'),
            cell: (r) => bearer(r.source === 'loan' ? 'bearer.on-loan' : 'bearer.on-claim'),
          },
          {
            key: 'pool',
            header: t('comp.claim.to-pool'),
            align: 'end',
            cell: (r) => <Money fen={r.toPoolFen} />,
          },
          {
            key: 'parts',
            header: bearer('bearer.parts'),
            cell: (r) => <RecoveryParts parts={r.parts} isGuarantor={isGuarantor} />,
          },
        ]}
      />
    </Section>
  );
}

const kinds = [
  'claimed',
  'held',
  'lapsed',
  'returned',
  'completed',
  'proposed',
  'taken-back',
  'paid',
  'paid-back',
  'refused',
  'withdrawn',
  'recovered',
] as const;

function Events({ events }: Pick<ClaimData, 'events'>) {
  const t = useText(compensationText);
  return (
    <Section title={t('comp.claim.timeline')}>
      <Timeline
        items={events.map((event) => {
          const kind = kinds.find((each) => each === event.kind);
          return {
            key: event.id,
            at: <InstantText at={event.at} />,
            title: (
              <span className="flex flex-wrap items-center gap-2">
                {kind ? t(`comp.event.${kind}`) : event.kind}
                {event.amountFen ? <Money fen={event.amountFen} /> : null}
                <span className="text-ink-soft">{event.by || t('comp.system')}</span>
              </span>
            ),
            children: event.text,
          };
        })}
      />
    </Section>
  );
}
