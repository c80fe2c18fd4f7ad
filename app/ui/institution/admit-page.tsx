import type { InstitutionKind } from '~/domain/institution/role-offer.ts';
import { institutionText } from '~/text/institution.ts';
import type { FormReply } from '~/ui/form-reply.ts';
import { Button } from '~/ui/parts/button.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

export type AdmitPageProps = { readonly kinds: readonly InstitutionKind[]; readonly reply: FormReply | null };

/** Enters an institution that asks to join. */
export function AdmitPage({ kinds, reply }: AdmitPageProps) {
  const t = useText(institutionText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: t('institution.title'), to: '/operator/institutions' },
          { label: t('institution.admit.title') },
        ]}
        title={t('institution.admit.title')}
        lede={t('institution.admit.lede')}
      />
      <RefusalNotice reply={reply} />
      <PostForm result={reply?.submission}>
        <SelectField
          name="kind"
          label={t('institution.kind')}
          options={kinds.map((value) => ({ value, label: t(`institution.kind.${value}`) }))}
          defaultValue="bank"
          required
        />
        <TextField name="nameZh" label={t('institution.name-zh')} required />
        <TextField name="nameEn" label={t('institution.name-en')} required />
        <TextField
          name="code"
          label={t('institution.code')}
          hint={t('institution.code-hint')}
          code
          required
        />
        <TextField
          name="contact"
          label={t('institution.contact')}
          hint={t('institution.contact-hint')}
          required
        />
        <TextField
          name="firstPerson"
          label={t('institution.first-person')}
          hint={t('institution.first-person-hint')}
          required
        />
        <FormActions>
          <Button type="submit">{t('institution.admit.submit')}</Button>
        </FormActions>
      </PostForm>
    </div>
  );
}
