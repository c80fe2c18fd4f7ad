import { caseDeskText } from '~/text/case-desk.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import { HandOver } from './case-tools.tsx';

export type CaseDeskProps = {
  readonly id: string;
  readonly desk: {
    readonly owner: string | null;
    readonly leftOwner: string | null;
    readonly asideUntil: string | null;
    readonly latestSnooze: string | null;
    readonly officers: readonly { readonly id: string; readonly name: string; readonly live: number }[];
    readonly today: string;
  };
};

/** Who has the case at the bank and whether it is put aside; seen by the bank alone. */
export function CaseDesk({ id, desk }: CaseDeskProps) {
  const t = useText(caseDeskText);
  return (
    <Card title={t('case.desk-title')}>
      <div className="stack">
        <p className="flex flex-wrap items-center gap-3">
          <strong>{t('case.owner')}</strong>
          {desk.owner ?? (
            <Badge tone="warn">{desk.leftOwner ? t('case.left', desk.leftOwner) : t('case.nobody')}</Badge>
          )}
          {desk.asideUntil ? <Badge tone="info">{t('case.aside-until', desk.asideUntil)}</Badge> : null}
        </p>
        <ConfirmStep
          ask={t('case.change-owner')}
          title={t('case.change-owner')}
          open={useReply('assign') !== null || desk.owner === null}
        >
          <HandOver officers={desk.officers} only={id} />
        </ConfirmStep>
        {desk.asideUntil ? <Wake /> : <Snooze desk={desk} />}
      </div>
    </Card>
  );
}

function Wake() {
  const t = useText(caseDeskText);
  return (
    <CommandForm intent="wake">
      <div>
        <Button variant="secondary">{t('case.wake')}</Button>
      </div>
    </CommandForm>
  );
}

function Snooze({ desk: { latestSnooze, today } }: Pick<CaseDeskProps, 'desk'>) {
  const t = useText(caseDeskText);
  const reply = useReply('snooze');
  if (!latestSnooze) return <p className="text-sm text-ink-soft">{t('case.snooze-none')}</p>;
  return (
    <ConfirmStep ask={t('case.snooze')} title={t('case.snooze')} open={reply !== null}>
      <CommandForm intent="snooze">
        <DateField
          name="until"
          label={t('case.snooze-until')}
          hint={t('case.snooze-hint', latestSnooze)}
          min={today}
          max={latestSnooze}
        />
        <TextField name="reason" label={t('case.snooze-why')} maxLength={200} required />
        <div>
          <Button variant="secondary">{t('case.snooze')}</Button>
        </div>
      </CommandForm>
    </ConfirmStep>
  );
}
