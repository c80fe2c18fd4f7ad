import { cultivationText } from '~/text/cultivation.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { type BankContact, BankContacts } from '~/ui/loan/bank-contacts.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useText } from '~/ui/text.ts';

export type OpenToBanksProps = {
  readonly isListed: boolean;
  readonly joinedAt: string | null;
  /** The day on which it ends by itself. */
  readonly until: string | null;
  readonly contacts: readonly BankContact[];
  readonly mayChange: boolean;
};

/** Whether banks may approach the firm with products; its word, for a year at a time. */
export function OpenToBanksPage({ isListed, joinedAt, until, contacts, mayChange }: OpenToBanksProps) {
  const t = useText(cultivationText);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('prospect.title')}
        lede={t('prospect.lede')}
        badge={
          <Badge tone={isListed ? 'good' : 'mute'}>{t(isListed ? 'prospect.on' : 'prospect.off')}</Badge>
        }
      />
      {isListed && joinedAt && until ? (
        <DefinitionList
          layout="grid"
          items={[
            { term: t('cultivation.joined'), value: <InstantText at={joinedAt} /> },
            { term: t('prospect.until'), value: <DayText day={until} /> },
          ]}
        />
      ) : null}
      {mayChange ? isListed ? <Leave /> : <Join /> : null}
      {joinedAt ? <BankContacts contacts={contacts} none={t('prospect.contacts-none')} /> : null}
    </div>
  );
}

function Join() {
  const t = useText(cultivationText);
  return (
    <Card title={t('prospect.join')} tone="brand">
      <CommandForm intent="join">
        <CheckboxField name="agreed" value="yes" label={t('cultivation.agree')} />
        <Button>{t('prospect.join')}</Button>
      </CommandForm>
    </Card>
  );
}

function Leave() {
  const t = useText(cultivationText);
  const reply = useReply('leave');
  return (
    <ConfirmStep ask={t('prospect.leave')} title={t('prospect.leave')} open={reply !== null}>
      <p>{t('cultivation.leave-text')}</p>
      <CommandForm intent="leave">
        <Button variant="secondary">{t('prospect.leave')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
