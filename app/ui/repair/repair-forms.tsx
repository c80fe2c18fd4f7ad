import type { ReactNode } from 'react';
import { repairText } from '~/text/repair.ts';
import { rightsText } from '~/text/rights.ts';
import type { Named } from '~/ui/catalogue/named.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { showDay } from '~/ui/format.ts';
import { type Basis, useBasis } from '~/ui/legal-basis.ts';
import { Button, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField, RadioCards } from '~/ui/parts/choice-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';

type Duty = 'corrected' | 'fulfilled' | 'promise' | 'law';

export type RepairOutlookShown = {
  readonly class: 'minor' | 'general' | 'serious';
  readonly earliest: string;
  readonly latest: string;
  readonly daysLeft: number;
  readonly duties: readonly Duty[];
  readonly rule: Basis & { readonly name: Named; readonly hasUnverified: boolean };
};

type RepairPartProps = {
  readonly factId: string;
  readonly repair: RepairOutlookShown | null;
  readonly pending: boolean;
};

/** What repair holds for the record: not at all, not yet with its countdown, or the form. */
export function RepairPart({ factId, repair, pending }: RepairPartProps) {
  const t = useText(repairText);
  const locale = useLocale();
  if (!repair)
    return (
      <Notice tone="info" title={t('repair.not-possible')}>
        {t('repair.not-possible-why')}
      </Notice>
    );
  if (pending) return <Notice tone="info" title={t('repair.pending')} />;
  const pdf = (
    <LinkButton to={`/my/rights/records/${factId}/repair.pdf`} download variant="secondary">
      {t('repair.pdf')}
    </LinkButton>
  );
  return (
    <>
      {repair.daysLeft > 0 ? (
        <Notice
          tone="info"
          title={t('repair.too-early', showDay(repair.earliest, locale), repair.daysLeft)}
          next={pdf}
        >
          {t('repair.too-early-why')}
        </Notice>
      ) : (
        <FileRepairForm repair={repair} pdf={pdf} />
      )}
      <ShieldForm />
    </>
  );
}

function FileRepairForm({ repair, pdf }: { repair: RepairOutlookShown; pdf: ReactNode }) {
  const basis = useBasis();
  const t = useText(repairText);
  const r = useText(rightsText);
  const name = useNamed();
  return (
    <Card
      title={t('repair.file')}
      lede={t('repair.file-lede')}
      actions={pdf}
      footer={`${name(repair.rule.name)} · ${basis(repair.rule)}${repair.rule.hasUnverified ? `${r('rights.stop')}${r('rights.rule-unverified')}` : ''}`}
    >
      <CommandForm intent="repair">
        <fieldset className="stack">
          <legend className="font-medium">{t('repair.duties')}</legend>
          <p className="text-sm text-ink-soft">{t('repair.duties-hint')}</p>
          {repair.duties.map((duty) => (
            <div key={duty} className="grid items-start gap-x-6 gap-y-2 sm:grid-cols-2">
              <CheckboxField name={`done-${duty}`} label={t(`repair.duty.${duty}`)} />
              <TextField name={`proof-${duty}`} label={t('repair.proof')} maxLength={200} width="full" />
            </div>
          ))}
        </fieldset>
        <TextAreaField
          name="promise"
          label={t('repair.promise')}
          defaultValue={t('repair.promise-text')}
          rows={4}
          maxLength={1000}
          required
        />
        <div>
          <Button>{t('repair.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

function ShieldForm() {
  const t = useText(repairText);
  return (
    <ConfirmStep ask={t('repair.shield')} title={t('repair.shield-lede')} open={useReply('shield') !== null}>
      <CommandForm intent="shield">
        <TextField name="courtOrder" label={t('repair.court-order')} maxLength={100} width="full" required />
        <div>
          <Button variant="secondary">{t('repair.shield-do')}</Button>
        </div>
      </CommandForm>
    </ConfirmStep>
  );
}

export function WithdrawRepairForm() {
  const t = useText(repairText);
  return (
    <ConfirmStep
      ask={t('repair.withdraw')}
      title={t('repair.withdraw-ask')}
      open={useReply('withdraw') !== null}
    >
      <CommandForm intent="withdraw">
        <div>
          <Button variant="danger">{t('repair.withdraw')}</Button>
        </div>
      </CommandForm>
    </ConfirmStep>
  );
}

/** The authority's decision: on a request, or on a plan that was performed or failed. */
export function DecideForm({ moves }: { moves: readonly ('grant' | 'refuse' | 'perform' | 'fail')[] }) {
  const t = useText(repairText);
  return (
    <Card title={t('repair.decide')} lede={t('repair.decide-lede')}>
      <CommandForm intent="decide">
        <RadioCards
          name="move"
          legend={t('repair.outcome')}
          columns={2}
          options={moves.map((value) => ({ value, label: t(`repair.move.${value}`) }))}
        />
        <TextAreaField name="reason" label={t('repair.reason')} rows={3} maxLength={1000} required />
        <div>
          <Button>{t('repair.decide-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
