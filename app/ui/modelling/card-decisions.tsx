import { modellingText } from '~/text/modelling.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button, ButtonRow } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';
import type { CardShown } from './card-shown.ts';

const roleOf = (role: string) => role as 'challenger' | 'champion' | 'retired';

/** What waits for a second person, the form that proposes, and what was decided. */
export function CardDecisions({ open, nextRoles, proposals, kind, mayDecide }: CardShown) {
  const t = useText(modellingText);
  if (kind === 'rule') return null;
  return (
    <Section title={t('modelling.decisions')}>
      {open ? <Open open={open} mayDecide={mayDecide} /> : null}
      {nextRoles.length > 0 ? (
        <CommandForm intent="propose">
          <SelectField
            name="toRole"
            label={t('modelling.to-role')}
            options={nextRoles.map((role) => ({ value: role, label: t(`modelling.role.${role}`) }))}
            defaultValue={nextRoles[0]}
            required
          />
          <TextAreaField name="reason" label={t('modelling.reason')} rows={3} required />
          <FormActions>
            <Button>{t('modelling.propose')}</Button>
          </FormActions>
        </CommandForm>
      ) : null}
      <DataTable
        caption={t('modelling.decisions')}
        captionHidden
        rows={proposals}
        rowKey={(row) => row.id}
        empty={t('modelling.decisions-none')}
        columns={[
          {
            key: 'to',
            header: t('modelling.to-role'),
            primary: true,
            cell: (row) => t(`modelling.role.${roleOf(row.toRole)}`),
          },
          { key: 'reason', header: t('modelling.reason'), cell: (row) => row.reason },
          {
            key: 'proposed',
            header: t('modelling.proposed'),
            cell: (row) => (
              <>
                {row.proposedBy} <InstantText at={row.proposedAt} />
              </>
            ),
          },
          {
            key: 'decided',
            header: t('modelling.decided'),
            cell: (row) =>
              row.outcome && row.decidedAt ? (
                <>
                  {t(`modelling.outcome.${row.outcome}`)} {row.decidedBy} <InstantText at={row.decidedAt} />
                </>
              ) : (
                t('modelling.waiting')
              ),
          },
        ]}
      />
    </Section>
  );
}

function Open({ open, mayDecide }: { open: NonNullable<CardShown['open']>; mayDecide: boolean }) {
  const t = useText(modellingText);
  const title = t('modelling.open', t(`modelling.role.${roleOf(open.toRole)}`), open.reason);
  if (open.isMine || !mayDecide)
    return (
      <Notice tone="info" title={title}>
        {t('modelling.wait-other')}
      </Notice>
    );
  return (
    <Card title={title}>
      <ButtonRow>
        {(['approve', 'refuse'] as const).map((intent) => (
          <CommandForm key={intent} intent={intent}>
            <input type="hidden" name="id" value={open.id} />
            <Button variant={intent === 'approve' ? 'primary' : 'quiet'}>{t(`modelling.${intent}`)}</Button>
          </CommandForm>
        ))}
      </ButtonRow>
    </Card>
  );
}
