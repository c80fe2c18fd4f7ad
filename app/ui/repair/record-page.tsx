import { objectionText } from '~/text/objection.ts';
import { repairText } from '~/text/repair.ts';
import { rightsText } from '~/text/rights.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { type ObjectionShown, ObjectionState } from '~/ui/objection/case-table.tsx';
import { FileForm } from '~/ui/objection/objection-forms.tsx';
import { type RecordShown, VersionTable } from '~/ui/objection/version-table.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { OwnDeclaration } from '~/ui/record/own-declaration.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { type RepairOutlookShown, RepairPart } from './repair-forms.tsx';
import type { RepairShown } from './repair-table.tsx';

export type RecordPageProps = {
  readonly factId: string;
  readonly record: RecordShown;
  readonly standing: {
    readonly disclosure: 'shown' | 'flagged' | 'suspended' | 'hidden';
    readonly objection: string;
  };
  readonly statement: { readonly body: string; readonly by: string } | null;
  readonly objections: readonly {
    id: string;
    state: ObjectionShown['state'];
    verdict: ObjectionShown['verdict'];
    on: string;
  }[];
  readonly repairs: readonly {
    id: string;
    state: RepairShown['state'];
    kind: RepairShown['kind'];
    on: string;
  }[];
  readonly repairPending: boolean;
  readonly repair: RepairOutlookShown | null;
};

const tones = { live: 'mute', sealed: 'good', revoked: 'info' } as const;

/** One record of the firm: what it says and said, what others see of it, and everything that can be done about it. */
export function RecordPage(page: RecordPageProps) {
  const t = useText(rightsText);
  const name = useNamed();
  const { record, standing } = page;
  const isLive = record.state === 'live';
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('rights.record.back'), to: '/my/rights' }, { label: t('rights.record.title') }]}
        title={name(record.name)}
        lede={name(record.provider)}
        badge={<Badge tone={tones[record.state]}>{t(`rights.record.state.${record.state}`)}</Badge>}
      />
      <Notice tone="info" title={t('rights.record.sees')}>
        {t(`rights.disclosure.${standing.disclosure}`)}
      </Notice>
      <VersionTable record={record} asKnown />
      <Cases {...page} />
      {isLive ? (
        <>
          {record.isDeclared || standing.objection === 'pending' ? null : <FileForm />}
          {record.isDeclared ? (
            <OwnDeclaration />
          ) : (
            <RepairPart factId={page.factId} repair={page.repair} pending={page.repairPending} />
          )}
          <StatementForm statement={page.statement} />
        </>
      ) : null}
    </div>
  );
}

/** The objections and repairs that there were. */
function Cases({ objections, repairs }: Pick<RecordPageProps, 'objections' | 'repairs'>) {
  const o = useText(objectionText);
  const r = useText(repairText);
  if (objections.length + repairs.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-sheet border border-line bg-sheet">
      {objections.map(({ id, on, ...state }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 px-(--pad) py-3">
          <TextLink to={`/my/rights/objections/${id}`}>
            {o('objection.title')} {on}
          </TextLink>
          <ObjectionState {...state} suspends={false} />
        </li>
      ))}
      {repairs.map(({ id, on, kind, state }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 px-(--pad) py-3">
          <TextLink to={`/my/rights/repairs/${id}`}>
            {r(`repair.kind.${kind}`)} {on}
          </TextLink>
          <Badge>{r(`repair.state.${state}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

function StatementForm({ statement }: Pick<RecordPageProps, 'statement'>) {
  const t = useText(rightsText);
  return (
    <Card title={t('rights.statement')} lede={t('rights.statement-lede')}>
      <CommandForm intent="state">
        <TextAreaField
          name="body"
          label={t('rights.statement-label')}
          hint={t('rights.statement-hint')}
          rows={3}
          maxLength={300}
          defaultValue={statement?.body}
        />
        <div>
          <Button variant="secondary">{t('rights.statement-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
