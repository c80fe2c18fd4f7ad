import type { CultivationStanding } from '~/domain/loan/cultivation.ts';
import { cultivationText } from '~/text/cultivation.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { type BankContact, BankContacts } from '~/ui/loan/bank-contacts.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useText } from '~/ui/text.ts';

export type CultivationProps = {
  readonly isListed: boolean;
  readonly standing: CultivationStanding | null;
  readonly joinedAt: string | null;
  readonly contacts: readonly BankContact[];
  readonly mayChange: boolean;
};

/** The firm's place on the list of first-loan cultivation. */
export function CultivationPage(props: CultivationProps) {
  const t = useText(cultivationText);
  const { isListed, standing, joinedAt, contacts, mayChange } = props;
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('cultivation.title')}
        lede={t('cultivation.lede')}
        badge={standing ? <Badge tone="info">{t(`cultivation.standing.${standing}`)}</Badge> : null}
      />
      {isListed && joinedAt ? (
        <p>
          {t('cultivation.joined')} <InstantText at={joinedAt} />
        </p>
      ) : null}
      {mayChange ? isListed ? <Leave /> : <Join /> : null}
      {standing ? <BankContacts contacts={contacts} none={t('cultivation.contacts-none')} /> : null}
    </div>
  );
}

function Join() {
  const t = useText(cultivationText);
  return (
    <Card title={t('cultivation.join')} tone="brand">
      <CommandForm intent="join">
        <CheckboxField name="agreed" value="yes" label={t('cultivation.agree')} />
        <Button>{t('cultivation.join')}</Button>
      </CommandForm>
    </Card>
  );
}

function Leave() {
  const t = useText(cultivationText);
  const reply = useReply('leave');
  return (
    <ConfirmStep ask={t('cultivation.leave')} title={t('cultivation.leave')} open={reply !== null}>
      <p>{t('cultivation.leave-text')}</p>
      <CommandForm intent="leave">
        <Button variant="secondary">{t('cultivation.leave')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
