import { committeeText } from '~/text/committee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { MeasureCard, type MeasureShown, type MinuteShown, Minutes } from './committee-parts.tsx';

export type DeskCommittee = {
  readonly id: string;
  readonly state: 'asked' | 'refused' | 'open' | 'closed';
  readonly members: readonly {
    readonly zh: string;
    readonly en: string;
    readonly state: 'invited' | 'joined' | 'declined';
  }[];
  readonly measures: readonly MeasureShown[];
  readonly minutes: readonly MinuteShown[];
};

type DeskProps = { readonly mayCall: boolean; readonly committee: DeskCommittee | null };

/** The committee of the firm of a case, for the risk desk: call one, follow it, close it. */
export function CommitteeDesk({ mayCall, committee }: DeskProps) {
  const t = useText(committeeText);
  if (!mayCall && !committee) return null;
  const isLive = committee?.state === 'open' || committee?.state === 'asked';
  return (
    <Section
      title={t('committee.title')}
      actions={committee ? <Badge>{t(`committee.state.${committee.state}`)}</Badge> : null}
    >
      {mayCall ? <CallForm /> : null}
      {committee ? <Members committee={committee} /> : null}
      {committee?.measures.map((measure) => (
        <MeasureCard key={measure.id} measure={measure} />
      ))}
      {committee ? <Minutes minutes={committee.minutes} /> : null}
      {committee && isLive ? (
        <Card title={t('committee.close')}>
          <CommandForm intent="close-committee">
            <input type="hidden" name="committee" value={committee.id} />
            <TextAreaField name="note" label={t('committee.close-note')} rows={2} required />
            <Button variant="secondary">{t('committee.close')}</Button>
          </CommandForm>
        </Card>
      ) : null}
    </Section>
  );
}

function CallForm() {
  const t = useText(committeeText);
  return (
    <Card title={t('committee.call')}>
      <CommandForm intent="call-committee">
        <p className="measure">{t('committee.call-what')}</p>
        <TextAreaField
          name="reason"
          label={t('committee.call-reason')}
          hint={t('committee.text-hint')}
          rows={3}
          required
        />
        <Button variant="secondary">{t('committee.call')}</Button>
      </CommandForm>
    </Card>
  );
}

function Members({ committee }: { committee: DeskCommittee }) {
  const t = useText(committeeText);
  const isEnglish = useLocale() === 'en';
  if (committee.members.length === 0) return null;
  return (
    <DataTable
      caption={t('committee.members')}
      rows={committee.members}
      rowKey={({ zh }) => zh}
      columns={[
        {
          key: 'bank',
          header: t('committee.member'),
          primary: true,
          cell: (member) => (isEnglish ? member.en : member.zh),
        },
        { key: 'answer', header: t('committee.answer'), cell: ({ state }) => t(`committee.own.${state}`) },
      ]}
    />
  );
}
