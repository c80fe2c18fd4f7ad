import { recommendedText } from '~/text/recommended.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { NominationShown } from './recommended-page.tsx';

/** The review of a firm that agreed: onto the list with what was seen, or not and why. */
export function ReviewForms({ row }: { row: NominationShown }) {
  const t = useText(recommendedText);
  const answered = [useReply('list'), useReply('refuse')].map(
    (reply) => (reply?.submission.initialValue as { id?: string } | undefined)?.id === row.id,
  );
  if (row.isOwn) return <p className="text-ink-soft">{t('recommended.own')}</p>;
  const open = row.standards.filter(({ verdict }) => verdict === 'unknown');
  return (
    <div className="stack-sm">
      <ConfirmStep
        ask={t('recommended.review')}
        title={`${t('recommended.review')} · ${row.firm}`}
        open={answered[0]}
      >
        <CommandForm intent="list" id={`list-${row.id}`}>
          <input type="hidden" name="id" value={row.id} />
          {open.map(({ standard }) => (
            <CheckboxField
              key={standard}
              id={`vouch-${row.id}-${standard}`}
              name="vouched"
              value={standard}
              label={t('recommended.vouch', t(`standard.${standard}`))}
            />
          ))}
          <TextAreaField
            id={`note-${row.id}`}
            name="note"
            label={t('recommended.note')}
            rows={3}
            maxLength={400}
            required
          />
          <Button>{t('recommended.list-do')}</Button>
        </CommandForm>
      </ConfirmStep>
      <ConfirmStep
        ask={t('recommended.refuse')}
        title={`${t('recommended.refuse')} · ${row.firm}`}
        open={answered[1]}
      >
        <CommandForm intent="refuse" id={`refuse-${row.id}`}>
          <input type="hidden" name="id" value={row.id} />
          <TextAreaField
            id={`why-${row.id}`}
            name="note"
            label={t('recommended.refuse-note')}
            rows={3}
            maxLength={400}
            required
          />
          <Button variant="secondary">{t('recommended.refuse')}</Button>
        </CommandForm>
      </ConfirmStep>
    </div>
  );
}
