import { type CaseMeasureKind, measureKinds } from '~/domain/monitoring/measure.ts';
import { caseFileText } from '~/text/case-file.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

export type CaseMeasure = {
  readonly id: string;
  readonly kind: CaseMeasureKind;
  readonly reason: string;
  readonly proportionality: string;
  readonly onDay: string;
  readonly amountFen: string | null;
  readonly emergency: string | null;
  readonly userName: string;
  readonly confirmedName: string | null;
  readonly confirmedAt: string | null;
  readonly droppedAt: string | null;
  readonly droppedName: string | null;
  readonly dropReason: string | null;
};

const waits = ({ confirmedAt, droppedAt }: CaseMeasure): boolean =>
  confirmedAt === null && droppedAt === null;

type Props = {
  readonly measures: readonly CaseMeasure[];
  /** Whether the reader may be the second person. */
  readonly confirms?: boolean;
  /** What the risk desk sees of a firm that several banks lend to is without terms. */
  readonly terms: boolean;
};

/** The measures of a case in their order, with why each was taken and why nothing gentler did. */
export function CaseMeasures({ measures, confirms = false, terms }: Props) {
  const t = useText(caseFileText);
  const columns: Column<CaseMeasure>[] = [
    {
      key: 'kind',
      header: t('case.measure'),
      primary: true,
      cell: (m) => (
        <span className="flex flex-wrap items-center gap-2">
          {t(`case.measure.${m.kind}`)}
          {m.droppedAt ? <Badge tone="mute">{t('case.measure-dropped')}</Badge> : null}
          {waits(m) ? <Badge tone="alert">{t('case.measure-waits')}</Badge> : null}
          {waits(m) && confirms ? <Decide id={m.id} /> : null}
        </span>
      ),
    },
    { key: 'on', header: t('case.measure-day'), cell: (m) => <DayText day={m.onDay} /> },
    ...(terms ? [amountColumn(t('case.measure-amount'))] : []),
    { key: 'why', header: t('case.measure-reason'), cell: (m) => <Why measure={m} /> },
    {
      key: 'by',
      header: t('case.measure-by'),
      cell: (m) => [...new Set([m.userName, m.confirmedName, m.droppedName])].filter(Boolean).join(' / '),
    },
  ];
  return (
    <Section title={t('case.measures')}>
      <DataTable
        caption={t('case.measures')}
        captionHidden
        columns={columns}
        rows={measures}
        rowKey={(m) => m.id}
        empty={<p className="text-ink-soft">{t('case.measures-none')}</p>}
      />
    </Section>
  );
}

const amountColumn = (header: string): Column<CaseMeasure> => ({
  key: 'amount',
  header,
  align: 'end',
  cell: (m) => (m.amountFen ? <Money fen={m.amountFen} /> : '—'),
});

function Why({ measure }: { measure: CaseMeasure }) {
  const t = useText(caseFileText);
  return (
    <span className="flex flex-col gap-1">
      <span>{measure.reason}</span>
      <span className="text-sm text-ink-soft">{measure.proportionality}</span>
      {measure.emergency ? (
        <span className="text-sm">
          {t('case.measure-emergency-was')}
          {measure.emergency}
        </span>
      ) : null}
      {measure.dropReason ? (
        <span className="text-sm">{t('case.measure-dropped-why', measure.dropReason)}</span>
      ) : null}
    </span>
  );
}

/** The word of the second person, or of who recorded it, on a measure that waits. */
function Decide({ id }: { id: string }) {
  const t = useText(caseFileText);
  return (
    <>
      <CommandForm intent="confirm-measure" id={`confirm-${id}`}>
        <input type="hidden" name="measure" value={id} />
        <Button variant="secondary" size="sm">
          {t('case.measure-confirm')}
        </Button>
      </CommandForm>
      <ConfirmStep
        ask={t('case.measure-drop')}
        title={t('case.measure-drop')}
        open={useReply('drop-measure') !== null}
      >
        <CommandForm intent="drop-measure" id={`drop-${id}`}>
          <input type="hidden" name="measure" value={id} />
          <TextField name="reason" label={t('case.measure-drop-why')} maxLength={200} required />
          <div>
            <Button variant="secondary" size="sm">
              {t('case.measure-drop')}
            </Button>
          </div>
        </CommandForm>
      </ConfirmStep>
    </>
  );
}

/** A new measure: the gentlest kinds stand first, and the server says what has to wait for the firm. */
export function MeasureForm({ today, raisedOn }: { today: string; raisedOn: string }) {
  const t = useText(caseFileText);
  return (
    <Card title={t('case.measure-add')}>
      <CommandForm intent="measure">
        <SelectField
          name="kind"
          label={t('case.measure')}
          hint={t('case.measure-kind-hint')}
          empty={t('case.choose')}
          required
          options={measureKinds.map((kind) => ({ value: kind, label: t(`case.measure.${kind}`) }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField
            name="onDay"
            label={t('case.measure-day')}
            min={raisedOn}
            max={today}
            defaultValue={today}
          />
          <AmountField
            name="amount"
            label={t('case.measure-amount')}
            hint={t('case.measure-amount-hint')}
            unit="yuan"
          />
        </div>
        <TextAreaField name="reason" label={t('case.measure-reason')} rows={2} required />
        <TextAreaField name="proportionality" label={t('case.measure-proportion')} rows={2} required />
        <TextAreaField
          name="emergency"
          label={t('case.measure-emergency')}
          hint={t('case.measure-emergency-hint')}
          rows={2}
        />
        <div>
          <Button variant="secondary">{t('case.measure-do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}
