import type { ReactNode } from 'react';
import { objectionText } from '~/text/objection.ts';
import { rightsText } from '~/text/rights.ts';
import type { Named } from '~/ui/catalogue/named.ts';
import { useBasis } from '~/ui/legal-basis.ts';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { CaseSteps, type StepShown } from './case-steps.tsx';
import { baseOf, DueDay, type ObjectionShown, ObjectionState, type Side } from './case-table.tsx';
import { type RecordShown, VersionTable } from './version-table.tsx';

type Term = { readonly days: number; readonly unit: 'working' | 'calendar' } | null;

export type ObjectionPageProps = Omit<ObjectionShown, 'itemZh' | 'itemEn' | 'providerZh' | 'providerEn'> & {
  readonly uscc: string | null;
  readonly ground: 'not-mine' | 'wrong-content' | 'already-cured' | 'outdated' | 'duplicate' | 'other';
  readonly body: string;
  readonly answer: string | null;
  readonly evidence: string | null;
  readonly answeredAt: string | null;
  readonly provisional: boolean;
  readonly record: RecordShown;
  readonly statement: { readonly body: string; readonly by: string } | null;
  readonly regime: {
    readonly name: Named;
    readonly legalBasis: string;
    readonly legalBasisEn: string;
    readonly check: Term;
    readonly answer: Term;
    readonly extension: Term;
    readonly total: Term;
    readonly suspendsOnForward: boolean;
    readonly hasUnverified: boolean;
  };
  readonly steps: readonly StepShown[];
  readonly now: string;
};

const steps = [
  'filed',
  'forwarded',
  'extended',
  'answered',
  'appealed',
  'sent-back',
  'dismissed',
  'withdrawn',
  'escalated',
  'ended-moot',
  'carried-over',
  'carried-back',
] as const;

/** An objection as its parties see it: what is objected, the record in all versions, the rule, the answer, what happened. */
export function ObjectionPage({
  objection,
  side,
  children,
}: {
  objection: ObjectionPageProps;
  side: Side;
  children?: ReactNode;
}) {
  const t = useText(objectionText);
  const r = useText(rightsText);
  const name = useNamed();
  const base = baseOf[side];
  const trail = side === 'firm' ? '/my/rights' : `${base}/rights`;
  const isPending = objection.dueOn !== null;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: r('rights.title'), to: trail }, { label: t('objection.title') }]}
        title={name(objection.record.name)}
        lede={[objection.firm, objection.uscc, name(objection.record.provider)].filter(Boolean).join(' · ')}
        badge={<ObjectionState {...objection} />}
        actions={isPending ? <DueDay {...objection} /> : null}
      />
      {isPending ? (
        <Notice tone="info" title={t(objection.suspends ? 'objection.suspended' : 'objection.flagged')}>
          {t(objection.suspends ? 'objection.suspended-why' : 'objection.flagged-why')}
          {objection.provisional ? ` ${r('rights.provisional')}` : ''}
        </Notice>
      ) : null}
      {objection.answer ? <Answer objection={objection} /> : null}
      {children}
      <About objection={objection} />
      <VersionTable record={objection.record} asKnown={side === 'firm'} />
      <CaseSteps
        steps={objection.steps}
        word={(kind) => {
          const known = steps.find((each) => each === kind);
          return known ? t(`objection.step.${known}`) : kind;
        }}
      />
    </div>
  );
}

function Answer({ objection }: { objection: ObjectionPageProps }) {
  const t = useText(objectionText);
  return (
    <Card title={t('objection.answer')}>
      <DefinitionList
        items={[
          {
            term: t('objection.verdict'),
            value: objection.verdict ? t(`objection.verdict.${objection.verdict}`) : '—',
          },
          {
            term: t('objection.answer'),
            value: <span className="whitespace-pre-line">{objection.answer}</span>,
          },
          { term: t('objection.evidence'), value: objection.evidence },
        ]}
      />
    </Card>
  );
}

function About({ objection }: { objection: ObjectionPageProps }) {
  const t = useText(objectionText);
  const r = useText(rightsText);
  const name = useNamed();
  const basis = useBasis();
  const { regime } = objection;
  return (
    <Card title={t('objection.said')}>
      <DefinitionList
        items={[
          { term: t('objection.ground'), value: t(`objection.ground.${objection.ground}`) },
          { term: t('objection.body'), value: <span className="whitespace-pre-line">{objection.body}</span> },
          ...(objection.statement
            ? [{ term: r('rights.statement-is', objection.statement.by), value: objection.statement.body }]
            : []),
          { term: t('objection.received'), value: <InstantText at={objection.receivedAt} /> },
          {
            term: r('rights.rule'),
            value: name(regime.name),
            note: `${basis(regime)}${regime.hasUnverified ? `${r('rights.stop')}${r('rights.rule-unverified')}` : ''}`,
          },
          {
            term: r('rights.col.due'),
            value: (['check', 'answer', 'extension', 'total'] as const)
              .flatMap((step) => {
                const of = regime[step];
                return of ? [`${t(`objection.term.${step}`)} ${r(`rights.term.${of.unit}`, of.days)}`] : [];
              })
              .join(' · '),
          },
        ]}
      />
    </Card>
  );
}
