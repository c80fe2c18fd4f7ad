import { productDraftText } from '~/text/product-draft.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import type { DraftPageProps } from '~/ui/product/draft-props.ts';
import { useText } from '~/ui/text.ts';

/** The next step of a version: its maker hands it in or takes it back, a second person approves it or gives it back. */
export function DraftDecision({ draft }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  if (draft.state === 'draft' && draft.isMine)
    return (
      <Section title={t('draft.decide')}>
        <Submit draft={draft} />
      </Section>
    );
  if (draft.state !== 'submitted') return null;
  return (
    <Section title={t('draft.decide')}>
      {draft.isMine ? <Wait /> : draft.mayDecide ? <Decide /> : <p>{t('draft.no-maker')}</p>}
    </Section>
  );
}

function Submit({ draft }: { draft: DraftPageProps }) {
  const t = useText(productDraftText);
  return (
    <>
      {draft.gaps.length > 0 ? (
        <Notice tone="warn" title={t('draft.gaps')}>
          <ul className="list-disc pl-5">
            {draft.gaps.map((gap) => (
              <li key={gap}>{t(`gap.${gap}`)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <CommandForm intent="submit">
          <p className="measure">{t('draft.submit-ask')}</p>
          <div>
            <Button type="submit">{t('draft.submit')}</Button>
          </div>
        </CommandForm>
      )}
      <ConfirmStep ask={t('draft.discard')} title={t('draft.discard-ask')} tone="danger">
        <CommandForm intent="discard">
          <div>
            <Button type="submit" variant="danger">
              {t('draft.discard')}
            </Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}

function Wait() {
  const t = useText(productDraftText);
  return (
    <>
      <Notice tone="info" title={t('draft.waits')} />
      <CommandForm intent="recall">
        <div>
          <Button type="submit" variant="secondary">
            {t('draft.recall')}
          </Button>
        </div>
      </CommandForm>
    </>
  );
}

function Decide() {
  const t = useText(productDraftText);
  return (
    <>
      <CommandForm intent="approve">
        <p className="measure">{t('draft.approve-ask')}</p>
        <div>
          <Button type="submit">{t('draft.approve')}</Button>
        </div>
      </CommandForm>
      <ConfirmStep ask={t('draft.return')} title={t('draft.return-reason')}>
        <CommandForm intent="return">
          <TextAreaField name="reason" label={t('draft.return-reason')} rows={3} required />
          <div>
            <Button type="submit" variant="secondary">
              {t('draft.return')}
            </Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}
