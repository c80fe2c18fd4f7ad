import type { ReactNode } from 'react';
import { repairText } from '~/text/repair.ts';
import { rightsText } from '~/text/rights.ts';
import type { Named } from '~/ui/catalogue/named.ts';
import { type Basis, useBasis } from '~/ui/legal-basis.ts';
import { CaseSteps, type StepShown } from '~/ui/objection/case-steps.tsx';
import { baseOf, DueDay, type Side } from '~/ui/objection/case-table.tsx';
import { type RecordShown, VersionTable } from '~/ui/objection/version-table.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { type RepairShown, stateTones } from './repair-table.tsx';

export type RepairPageProps = Pick<
  RepairShown,
  'id' | 'firm' | 'kind' | 'class' | 'state' | 'filedAt' | 'dueOn' | 'escalated'
> & {
  readonly uscc: string | null;
  readonly record: RecordShown;
  readonly duties: readonly {
    readonly duty: 'corrected' | 'fulfilled' | 'promise' | 'law';
    readonly proof: string;
  }[];
  readonly promise: string;
  readonly courtOrder: string | null;
  readonly earliestOn: string;
  readonly decision: string | null;
  readonly decidedAt: string | null;
  readonly rule: Basis & { readonly name: Named; readonly hasUnverified: boolean };
  readonly steps: readonly StepShown[];
  readonly now: string;
};

const steps = [
  'filed',
  'granted',
  'refused',
  'shielded',
  'performed',
  'plan-failed',
  'withdrawn',
  'escalated',
  'ended-moot',
  'carried-over',
  'carried-back',
] as const;

/** A request for repair as its parties see it. */
export function RepairPage({
  repair,
  side,
  children,
}: {
  repair: RepairPageProps;
  side: Side;
  children?: ReactNode;
}) {
  const t = useText(repairText);
  const r = useText(rightsText);
  const name = useNamed();
  const trail = side === 'firm' ? '/my/rights' : `${baseOf[side]}/rights`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: r('rights.title'), to: trail }, { label: t(`repair.kind.${repair.kind}`) }]}
        title={name(repair.record.name)}
        lede={[repair.firm, repair.uscc, name(repair.record.provider)].filter(Boolean).join(' · ')}
        badge={<Badge tone={stateTones[repair.state]}>{t(`repair.state.${repair.state}`)}</Badge>}
        actions={repair.dueOn ? <DueDay {...repair} /> : null}
      />
      {children}
      <About repair={repair} />
      <VersionTable record={repair.record} asKnown={side === 'firm'} />
      <CaseSteps
        steps={repair.steps}
        word={(kind) => {
          const known = steps.find((each) => each === kind);
          return known ? t(`repair.step.${known}`) : kind;
        }}
      />
    </div>
  );
}

function About({ repair }: { repair: RepairPageProps }) {
  const t = useText(repairText);
  const r = useText(rightsText);
  const name = useNamed();
  const basis = useBasis();
  const { rule } = repair;
  return (
    <Card title={t('repair.about')}>
      <DefinitionList
        items={[
          { term: r('rights.outlook-class'), value: t(`repair.class.${repair.class}`) },
          { term: t('repair.earliest'), value: <DayText day={repair.earliestOn} /> },
          { term: t('repair.filed'), value: <InstantText at={repair.filedAt} /> },
          ...(repair.courtOrder ? [{ term: t('repair.court-order'), value: repair.courtOrder }] : []),
          ...repair.duties.map(({ duty, proof }) => ({
            term: t(`repair.duty.${duty}`),
            value: proof || '—',
          })),
          { term: t('repair.promise'), value: repair.promise || '—' },
          {
            term: r('rights.rule'),
            value: name(rule.name),
            note: `${basis(rule)}${rule.hasUnverified ? `${r('rights.stop')}${r('rights.rule-unverified')}` : ''}`,
          },
          ...(repair.decision
            ? [
                {
                  term: t('repair.decision'),
                  value: <span className="whitespace-pre-line">{repair.decision}</span>,
                  note: repair.decidedAt ? <InstantText at={repair.decidedAt} /> : undefined,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
