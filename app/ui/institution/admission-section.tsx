import { Form } from '@remix-run/react';
import { institutionText } from '~/text/institution.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { EvidenceField } from '~/ui/institution/evidence-files.tsx';
import type { InstitutionData } from '~/ui/institution/institution-page.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type Props = { readonly institution: InstitutionData; readonly reply: unknown };

/** The steps that the security administrator can take now; others read who takes them. */
export function AdmissionSection({ institution, reply }: Props) {
  const t = useText(institutionText);
  if (!institution.mayAdmit || institution.kind === 'platform')
    return <p className="measure text-ink-soft">{t('institution.read-only')}</p>;
  return (
    <div className="stack">
      {institution.state === 'applied' ? (
        <AssessmentForm institution={institution} reply={reply} intent="approve" />
      ) : null}
      {institution.state === 'approved' && institution.needsAssessment ? (
        <AssessmentForm institution={institution} reply={reply} intent="assess" />
      ) : null}
      {institution.kind === 'bank' ? <LenderLists institution={institution} reply={reply} /> : null}
      {institution.state === 'approved' ? <Suspend reply={reply} /> : null}
      {institution.state === 'suspended' ? <Resume /> : null}
      {institution.people.length === 0 ? <InviteFirst reply={reply} /> : null}
    </div>
  );
}

function AssessmentForm({ institution, reply, intent }: Props & { intent: 'approve' | 'assess' }) {
  const t = useText(institutionText);
  const { bounds, needsAssessment } = institution;
  return (
    <PostForm id={intent} encType="multipart/form-data" result={replyTo(reply, intent)?.submission}>
      <input type="hidden" name="intent" value={intent} />
      {needsAssessment ? (
        <DateField
          name="until"
          label={t('institution.assess-until')}
          hint={t(intent === 'approve' ? 'institution.approve-hint' : 'institution.assess-hint')}
          min={bounds.least}
          max={bounds.most}
          required
        />
      ) : null}
      {needsAssessment ? <Evidence /> : null}
      <div>
        <Button type="submit">{t(`institution.${intent}`)}</Button>
      </div>
    </PostForm>
  );
}

/** What the assessment rests on: it stays on record with every re-test. */
function Evidence() {
  const t = useText(institutionText);
  return (
    <>
      <DateField name="assessedOn" label={t('institution.assessed-on')} required />
      <TextField
        name="assessor"
        label={t('institution.assessor')}
        hint={t('institution.assessor-hint')}
        maxLength={120}
        required
      />
      <TextField
        name="reportNo"
        label={t('institution.report-no')}
        hint={t('institution.report-no-hint')}
        maxLength={120}
        code
        required
      />
      <EvidenceField />
    </>
  );
}

function LenderLists({ institution, reply }: Props) {
  const t = useText(institutionText);
  return (
    <PostForm id="lists" result={replyTo(reply, 'lists')?.submission}>
      <input type="hidden" name="intent" value="lists" />
      <TextField
        name="lists"
        label={t('institution.lists')}
        hint={t('institution.lists-hint')}
        defaultValue={institution.lenderLists.join(' ')}
        maxLength={400}
        code
      />
      <div>
        <Button type="submit" variant="secondary">
          {t('institution.lists-do')}
        </Button>
      </div>
    </PostForm>
  );
}

function Suspend({ reply }: { reply: unknown }) {
  const t = useText(institutionText);
  return (
    <ConfirmStep ask={t('institution.suspend')} title={t('institution.suspend-ask')} tone="danger">
      <PostForm id="suspend" result={replyTo(reply, 'suspend')?.submission}>
        <input type="hidden" name="intent" value="suspend" />
        <TextAreaField
          name="reason"
          label={t('institution.reason')}
          hint={t('institution.reason-hint')}
          rows={3}
          required
        />
        <div>
          <Button type="submit" variant="danger">
            {t('institution.suspend')}
          </Button>
        </div>
      </PostForm>
    </ConfirmStep>
  );
}

function Resume() {
  const t = useText(institutionText);
  return (
    <ConfirmStep ask={t('institution.resume')} title={t('institution.resume-ask')}>
      <Form method="post">
        <Button name="intent" value="resume">
          {t('institution.resume')}
        </Button>
      </Form>
    </ConfirmStep>
  );
}

function InviteFirst({ reply }: { reply: unknown }) {
  const t = useText(institutionText);
  return (
    <PostForm id="invite-first" result={replyTo(reply, 'invite-first')?.submission}>
      <input type="hidden" name="intent" value="invite-first" />
      <TextField name="name" label={t('institution.first-person')} required />
      <div>
        <Button type="submit" variant="secondary">
          {t('institution.invite-first')}
        </Button>
      </div>
    </PostForm>
  );
}
