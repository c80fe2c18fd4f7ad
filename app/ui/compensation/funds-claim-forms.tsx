import { lossCauses } from '~/domain/policy/compensation-rules.ts';
import { compensationText } from '~/text/compensation.ts';
import { causeName } from '~/text/compensation-words.ts';
import { fenToInput } from '~/text/format.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import type { ClaimData } from '~/ui/compensation/claim-page.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** What the funds desk can do with a claim now. */
export function FundsClaimForms({ claim }: { claim: ClaimData }) {
  const { state } = claim;
  const isOnDesk = state === 'held' || state === 'waiting';
  return (
    <>
      {state === 'proposed' ? <Confirm claim={claim} /> : null}
      {isOnDesk || state === 'paid' ? <FindingForm claim={claim} /> : null}
      {isOnDesk ? <ReturnForm /> : null}
    </>
  );
}

function Confirm({ claim }: { claim: ClaimData }) {
  const t = useText(compensationText);
  if (claim.batchId)
    return (
      <Notice
        tone="info"
        title={t('comp.confirm.in-batch')}
        next={<TextLink to={`/operator/settlements/${claim.batchId}`}>{t('comp.batch.title')}</TextLink>}
      />
    );
  return (
    <Card title={t('comp.confirm.title')} lede={t('comp.confirm.about', claim.payableFen)}>
      <div className="stack">
        {claim.isProposer ? (
          <Notice tone="info" title={t('comp.confirm.own')} />
        ) : (
          <CommandForm intent="confirm">
            <Button>{t('comp.confirm.do')}</Button>
          </CommandForm>
        )}
        <TakeBack />
      </div>
    </Card>
  );
}

function TakeBack() {
  const t = useText(compensationText);
  const reply = useReply('take-back');
  return (
    <ConfirmStep ask={t('comp.take-back.ask')} title={t('comp.take-back.title')} open={reply !== null}>
      <CommandForm intent="take-back">
        <TextAreaField name="note" label={t('comp.find.note')} rows={2} required />
        <Button variant="secondary">{t('comp.take-back.do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}

function FindingForm({ claim }: { claim: ClaimData }) {
  const t = useText(compensationText);
  const locale = useLocale();
  const items = lossCauses.map((cause) => ({ value: cause, label: causeName(cause, locale) }));
  return (
    <Card
      title={t(claim.state === 'paid' ? 'comp.find.again' : 'comp.find.title')}
      lede={t('comp.find.about')}
    >
      <CommandForm intent="propose">
        <CheckboxGroups
          name="causes"
          legend={t('comp.claim.causes')}
          hint={t('comp.claim.causes-hint')}
          defaultValue={claim.causes}
          groups={[{ id: 'all', label: t('comp.claim.all-causes'), items }]}
        />
        {claim.form === 'by-cause' ? (
          <TextField
            name="agreed"
            label={t('comp.find.agreed')}
            hint={t('comp.find.agreed-hint')}
            suffix="%"
            width="xs"
            inputMode="decimal"
            optional
          />
        ) : null}
        <div className="flex flex-col gap-4 sm:flex-row">
          <AmountField
            name="guarantor"
            label={t('comp.claim.guarantor')}
            unit="yuan"
            defaultValue={fenToInput(claim.guarantorFen, 'yuan')}
            required
          />
          <AmountField
            name="insurer"
            label={t('comp.claim.insurer')}
            unit="yuan"
            defaultValue={fenToInput(claim.insurerFen, 'yuan')}
            required
          />
        </div>
        <TextAreaField name="note" label={t('comp.find.note')} rows={2} optional />
        <Button>{t('comp.find.do')}</Button>
      </CommandForm>
    </Card>
  );
}

function ReturnForm() {
  const t = useText(compensationText);
  const reply = useReply('return');
  return (
    <ConfirmStep ask={t('comp.return.ask')} title={t('comp.return.title')} open={reply !== null}>
      <CommandForm intent="return">
        <TextAreaField name="note" label={t('comp.return.note')} rows={3} required />
        <Button variant="secondary">{t('comp.return.do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
