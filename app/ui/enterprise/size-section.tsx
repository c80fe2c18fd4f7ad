import { enterpriseText } from '~/text/enterprise.ts';
import { SizeExplanation } from '~/ui/enterprise/size-explanation.tsx';
import { previewSize, type SizeRules, type TypedFigures } from '~/ui/enterprise/size-facts.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { useText } from '~/ui/text.ts';

export type DeclaredFigures = {
  readonly employees: number | null;
  readonly revenueFen: string | null;
  readonly assetsFen: string | null;
  readonly figuresYear: number | null;
};

type SizeSectionProps = {
  readonly legend: string;
  readonly rules: SizeRules;
  readonly kind: 'company' | 'sole-trader';
  /** What stands in the form at this moment: the class follows as one types. */
  readonly typed: TypedFigures;
  readonly declared?: DeclaredFigures | undefined;
  /** The year that figures are usually given for. */
  readonly lastYear: number;
};

/** The figures that the size class follows from, and the class itself. */
export function SizeSection({ legend, rules, kind, typed, declared, lastYear }: SizeSectionProps) {
  const t = useText(enterpriseText);
  return (
    <FieldGroup legend={legend} hint={t('enterprise.step.size-hint')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <NumberField
          name="figuresYear"
          label={t('enterprise.figures-year')}
          defaultValue={declared?.figuresYear ?? lastYear}
          optional
        />
        <NumberField
          name="employees"
          label={t('enterprise.employees')}
          unit={t('enterprise.persons')}
          defaultValue={declared?.employees ?? undefined}
          optional
        />
        <AmountField
          name="revenue"
          label={t('enterprise.revenue')}
          unit="wan"
          width="md"
          defaultFen={declared?.revenueFen ?? undefined}
          optional
        />
        <AmountField
          name="assets"
          label={t('enterprise.assets')}
          unit="wan"
          width="md"
          defaultFen={declared?.assetsFen ?? undefined}
          optional
        />
      </div>
      <div aria-live="polite" className="rounded-sheet border border-line bg-well p-(--pad)">
        <SizeExplanation outcome={previewSize(typed, rules)} kind={kind} table={rules.table} />
      </div>
    </FieldGroup>
  );
}
