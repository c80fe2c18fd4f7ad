import type { PauseKind } from '~/domain/consent/receipt.ts';
import { consentText } from '~/text/consent.ts';
import { receiptText } from '~/text/consent-receipt.ts';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { WithdrawStep } from './consent-list.tsx';
import type { ConsentShown } from './consent-shown.ts';
import { ConsentTerms, ItemNames } from './consent-terms.tsx';
import { PauseStep } from './pause-step.tsx';
import { StatusBadge } from './status-badge.tsx';

type Seal = {
  readonly hash: string;
  readonly previousHash: string;
  readonly signature: string;
  readonly keyId: string;
};
type Read = {
  readonly key: string;
  readonly at: string;
  readonly userName: string;
  readonly outcome: string;
};
type Pause = { readonly kind: PauseKind; readonly at: string; readonly userName: string };
type StepTaken = {
  readonly step: string;
  readonly at: string;
  readonly userName: string;
  readonly dueOn: string | null;
};
type Diff = {
  readonly addedItems: readonly string[];
  readonly removedItems: readonly string[];
  readonly changed: readonly string[];
};

export type ConsentPageProps = {
  readonly consent: ConsentShown;
  readonly seal: Seal;
  readonly reads: readonly Read[];
  readonly steps: readonly StepTaken[];
  readonly pauses: readonly Pause[];
  readonly renews: { readonly id: string; readonly diff: Diff } | null;
  readonly mayChange: boolean;
};

/** One consent: made to be printed as its receipt. */
export function ConsentPage({ consent, seal, reads, steps, pauses, renews, mayChange }: ConsentPageProps) {
  const t = useText(consentText);
  const name = useNamed();
  const actions = (
    <>
      <PrintButton />
      <LinkButton variant="secondary" to={`/my/consents/${consent.id}/receipt.json`} download>
        {t('consent.receipt-download')}
      </LinkButton>
      {mayChange ? <LinkButton to={renewalAddress(consent)}>{t('consent.renew')}</LinkButton> : null}
    </>
  );
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('consent.title'), to: '/my/consents' }, { label: t('consent.one.title') }]}
        eyebrow={t('consent.one.number', consent.id)}
        title={t('consent.one.for', name(consent.recipient))}
        badge={<StatusBadge status={consent.status} />}
        actions={actions}
      />
      {mayChange && ['active', 'paused', 'reached'].includes(consent.status) ? (
        <div className="flex flex-wrap items-start gap-2">
          {consent.status === 'reached' ? null : <PauseStep consent={consent} />}
          <WithdrawStep consent={consent} />
        </div>
      ) : null}
      <Card title={t('consent.terms')}>
        <ConsentTerms consent={consent} />
      </Card>
      <SealCard seal={seal} />
      {renews ? <RenewalCard renews={renews} items={consent.items} /> : null}
      {pauses.length > 0 ? <PausesCard pauses={pauses} /> : null}
      {steps.length > 0 ? <StepsCard steps={steps} /> : null}
      <ReadsSection reads={reads} />
    </div>
  );
}

/** The page where this consent is given anew: the old one is never edited. */
function renewalAddress({ institutionId, productId, purpose }: ConsentShown): string {
  if (!institutionId) return '/my/consents/new?for=evaluation';
  const wish = { for: 'bank', institution: institutionId, purpose, ...(productId && { product: productId }) };
  return `/my/consents/new?${new URLSearchParams(wish)}`;
}

function SealCard({ seal }: { seal: Seal }) {
  const t = useText(consentText);
  const receipt = useText(receiptText);
  return (
    <Card
      title={t('consent.seal')}
      lede={t('consent.seal-lede')}
      footer={
        <>
          <TextLink to="/verify-receipt">{t('consent.receipt-verify')}</TextLink> ·{' '}
          {receipt('receipt.offline-text')}
        </>
      }
    >
      <DefinitionList
        items={[
          { term: t('consent.hash'), value: <HashChip value={seal.hash} label={t('consent.hash')} /> },
          {
            term: t('consent.previous-hash'),
            value: <HashChip value={seal.previousHash} label={t('consent.previous-hash')} />,
          },
          {
            term: t('consent.signature'),
            value: <HashChip value={seal.signature} label={t('consent.signature')} />,
          },
          {
            term: t('consent.key-id'),
            value: <HashChip value={seal.keyId} label={t('consent.key-id')} keep={0} />,
          },
        ]}
      />
    </Card>
  );
}

type RenewalProps = { renews: NonNullable<ConsentPageProps['renews']>; items: ConsentShown['items'] };

function RenewalCard({ renews, items }: RenewalProps) {
  const t = useText(consentText);
  const { addedItems, removedItems, changed } = renews.diff;
  const named = (codes: readonly string[]) =>
    codes.length > 0 ? (
      <ItemNames
        items={codes.map((code) => items.find((i) => i.code === code) ?? { code, zh: '', en: '' })}
      />
    ) : (
      t('consent.renews-same')
    );
  return (
    <Card
      title={t('consent.renews')}
      actions={<TextLink to={`/my/consents/${renews.id}`}>{t('consent.renews-before')}</TextLink>}
    >
      <DefinitionList
        items={[
          { term: t('consent.renews-added'), value: named(addedItems) },
          { term: t('consent.renews-removed'), value: named(removedItems) },
          { term: t('consent.renews-terms'), value: <ChangedTerms terms={changed} /> },
        ]}
      />
    </Card>
  );
}

function ChangedTerms({ terms }: { terms: readonly string[] }) {
  const t = useText(consentText);
  if (terms.length === 0) return <>{t('consent.renews-same')}</>;
  return (
    <ul className="flex flex-wrap gap-x-4">
      {terms.map((term) => (
        <li key={term}>{t(`consent.term.${term}` as 'consent.term.purpose')}</li>
      ))}
    </ul>
  );
}

function PausesCard({ pauses }: { pauses: readonly Pause[] }) {
  const t = useText(consentText);
  return (
    <Card title={t('consent.pauses-title')}>
      <Timeline
        items={pauses.map(({ kind, at, userName }) => ({
          key: at,
          at: <InstantText at={at} />,
          by: userName,
          title: t(`consent.pause.${kind}`),
          tone: kind === 'paused' ? 'warn' : 'good',
        }))}
      />
    </Card>
  );
}

function StepsCard({ steps }: { steps: readonly StepTaken[] }) {
  const t = useText(consentText);
  return (
    <Card title={t('consent.steps-title')}>
      <Timeline
        items={steps.map((step) => ({
          key: step.step,
          at: <InstantText at={step.at} />,
          by: step.userName,
          title: t(`consent.step.${step.step}` as 'consent.step.notified'),
          tone: step.step === 'notified' ? 'warn' : 'good',
          children: step.dueOn ? t('consent.step-due', step.dueOn) : undefined,
        }))}
      />
    </Card>
  );
}

function ReadsSection({ reads }: { reads: readonly Read[] }) {
  const t = useText(consentText);
  return (
    <Section title={t('consent.reads-title')}>
      <DataTable
        caption={t('consent.reads-title')}
        captionHidden
        rows={reads}
        rowKey={(read) => read.key}
        empty={<p className="text-ink-soft">{t('consent.no-reads')}</p>}
        columns={[
          {
            key: 'at',
            header: t('consent.read-at'),
            primary: true,
            cell: (read) => <InstantText at={read.at} />,
          },
          { key: 'by', header: t('consent.read-by'), cell: (read) => read.userName },
          {
            key: 'outcome',
            header: t('consent.read-outcome'),
            cell: (read) => t(`consent.outcome.${read.outcome}` as 'consent.outcome.ok'),
          },
        ]}
      />
    </Section>
  );
}
