import { postingText } from '~/text/need-posting.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import type { PostedShown } from './posting-shown.ts';
import { TermsFields } from './terms-fields.tsx';

/** A bank's terms for a posted need, or that it passes. */
export function PostedAnswerForm({ posted }: { posted: PostedShown }) {
  const t = useText(postingText);
  const reply = useReply('pass');
  return (
    <>
      <Card title={t('posted.answer')} lede={t('posted.answer-text')} tone="brand">
        <TermsForm posted={posted} />
      </Card>
      <ConfirmStep ask={t('posted.pass')} title={t('posted.pass')} open={reply !== null}>
        <p>{t('posted.pass-text')}</p>
        <CommandForm intent="pass">
          <Button variant="secondary">{t('posted.pass')}</Button>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}

function TermsForm({ posted: { profile, products, today } }: { posted: PostedShown }) {
  const t = useText(postingText);
  const name = useNamed();
  const fitting = products.filter(({ standing }) => standing !== null);
  return (
    <CommandForm intent="answer">
      <SelectField
        name="product"
        label={t('posted.product')}
        width="full"
        options={(fitting.length > 0 ? fitting : products).map((each) => ({
          value: each.id,
          label: name(each),
        }))}
      />
      <TermsFields amountFen={profile.amountFen} termMonths={profile.termMonths} today={today} />
      <Button>{t('posted.answer')}</Button>
    </CommandForm>
  );
}
