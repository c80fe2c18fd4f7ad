import { declarationText } from '~/text/declaration.ts';
import { isPromise, promiseText } from '~/text/declaration-promise.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { HeldAnswers } from '~/ui/enterprise/held-answers.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FieldGroup, FormActions } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useText } from '~/ui/text.ts';
import type { DeclarationPageProps } from './declaration-page.tsx';

const amounts = ['revenue', 'assets', 'orders'] as const;

/** The form of one year: figures that a public body supplied stand above it and are not asked for. */
export function DeclareForm({ years, year, known, current, promise }: DeclarationPageProps) {
  const t = useText(declarationText);
  const isKnown = (name: string) => known.some(({ element }) => element === name);
  return (
    <Section
      title={t(current ? 'declare.form-again' : 'declare.form', year)}
      lede={current ? t('declare.form-again-lede') : undefined}
    >
      <TabLinks
        label={t('declare.years')}
        items={years.map((each) => ({
          to: `/my/declaration?year=${each}`,
          label: t('declare.year', each),
          current: each === year,
        }))}
      />
      <HeldAnswers
        title={t('declare.known')}
        answers={known.map((each) => ({ ...each, label: t(`declare.${each.element}`) }))}
      />
      {known.length === 3 ? <p>{t('declare.all-known')}</p> : null}
      <CommandForm intent="declare">
        <input type="hidden" name="year" value={year} />
        <div className="grid gap-4 sm:grid-cols-2">
          {isKnown('employees') ? null : (
            <NumberField
              name="employees"
              label={t('declare.employees')}
              unit={t('declare.persons')}
              defaultValue={current?.employees ?? undefined}
              optional
            />
          )}
          {amounts
            .filter((name) => !isKnown(name))
            .map((name) => (
              <AmountField
                key={name}
                name={name}
                label={t(`declare.${name}`)}
                hint={name === 'orders' ? t('declare.orders-hint') : undefined}
                unit="wan"
                width="md"
                defaultFen={current?.[name] ?? undefined}
                optional
              />
            ))}
        </div>
        <PromiseText version={promise} />
        <FormActions>
          <Button size="lg">{t('declare.sign')}</Button>
        </FormActions>
      </CommandForm>
    </Section>
  );
}

function PromiseText({ version }: { version: string }) {
  const t = useText(declarationText);
  const words = useText(promiseText);
  return (
    <FieldGroup legend={t('declare.promise')} hint={t('declare.promise-version', version)}>
      {isPromise(version) ? (
        <blockquote className="measure rounded-sheet border border-line bg-well p-(--pad)">
          {words(version)}
        </blockquote>
      ) : null}
      <CheckboxField name="agreed" label={t('declare.agree')} />
    </FieldGroup>
  );
}
