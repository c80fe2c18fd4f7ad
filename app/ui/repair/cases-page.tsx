import { rightsText } from '~/text/rights.ts';
import { type ObjectionShown, ObjectionTable, type Side } from '~/ui/objection/case-table.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { WaitingObjections, type WaitingShown } from '~/ui/privacy/waiting-objections.tsx';
import { useText } from '~/ui/text.ts';
import { type RepairShown, RepairTable } from './repair-table.tsx';

export type CasesProps = {
  readonly objections: readonly ObjectionShown[];
  readonly repairs: readonly RepairShown[];
  readonly tab: 'pending' | 'ended';
  readonly page: number;
  readonly more: boolean;
  readonly now: string;
};

/** Pending or ended: two views of one desk. */
export function CaseTabs({ base, tab }: { base: string; tab: CasesProps['tab'] }) {
  const t = useText(rightsText);
  return (
    <TabLinks
      label={t('rights.tabs')}
      items={(['pending', 'ended'] as const).map((each) => ({
        to: `${base}?state=${each}`,
        label: t(`rights.tab.${each}`),
        current: each === tab,
      }))}
    />
  );
}

export function CasePager({
  base,
  tab,
  page,
  more,
  objections,
  repairs,
}: { base: string } & Omit<CasesProps, 'now'>) {
  const address = (p: number) => `${base}?state=${tab}&page=${p}`;
  if (page === 0 && objections.length + repairs.length === 0) return null;
  return (
    <KeysetPager
      previous={page > 0 ? address(page - 1) : undefined}
      next={more ? address(page + 1) : undefined}
      shown={objections.length + repairs.length}
    />
  );
}

type DeskProps = CasesProps & {
  readonly side: Exclude<Side, 'firm'>;
  /** What was closed last, under what waits. */
  readonly closed: Pick<CasesProps, 'objections' | 'repairs'> | null;
  /** Objections of natural persons, where the desk is the platform's. */
  readonly persons?: readonly WaitingShown[] | null;
};

/** The desk of a provider or of the platform: what waits for it, the nearest deadline first. */
export function CasesPage({ side, closed, persons, ...cases }: DeskProps) {
  const t = useText(rightsText);
  const base = `/${side}/rights`;
  return (
    <div className="stack-lg">
      <PageHeader title={t(`rights.desk.${side}`)} lede={t(`rights.desk.${side}-lede`)} />
      <CaseTabs base={base} tab={cases.tab} />
      <Section title={t('rights.objections')}>
        <ObjectionTable
          side={side}
          objections={cases.objections}
          now={cases.now}
          empty={<EmptyState title={t('rights.none-objections')}>{t('rights.none-here')}</EmptyState>}
        />
      </Section>
      <Section title={t('rights.repairs')}>
        <RepairTable
          side={side}
          repairs={cases.repairs}
          now={cases.now}
          empty={<EmptyState title={t('rights.none-repairs')}>{t('rights.none-here')}</EmptyState>}
        />
      </Section>
      <CasePager base={base} {...cases} />
      {persons && <WaitingObjections waiting={persons} />}
      {closed && <ClosedLately side={side} now={cases.now} base={base} {...closed} />}
    </div>
  );
}

/** The cases decided last, with the way to all of them; nothing where none was ever decided. */
function ClosedLately({
  side,
  objections,
  repairs,
  now,
  base,
}: Pick<CasesProps, 'objections' | 'repairs' | 'now'> & { side: DeskProps['side']; base: string }) {
  const t = useText(rightsText);
  if (objections.length + repairs.length === 0) return null;
  return (
    <Section
      title={t('rights.closed-lately')}
      actions={<TextLink to={`${base}?state=ended`}>{t('rights.closed-all')}</TextLink>}
    >
      {objections.length > 0 && (
        <ObjectionTable side={side} objections={objections} now={now} empty={null} captionShown />
      )}
      {repairs.length > 0 && (
        <RepairTable side={side} repairs={repairs} now={now} empty={null} captionShown />
      )}
    </Section>
  );
}
