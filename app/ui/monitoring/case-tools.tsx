import { severities } from '~/domain/monitoring/signal.ts';
import { alertText } from '~/text/alert.ts';
import { caseDeskText } from '~/text/case-desk.ts';
import { caseFileText } from '~/text/case-file.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { partsText } from '~/text/parts.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { baseOf, type CaseListProps, caseAddress } from './case-list.tsx';

/** What narrows a list of cases and, at a bank, the form that hands over what is ticked. */
export function CaseTools(props: CaseListProps) {
  return (
    <div className="flex flex-col gap-4">
      <Narrow {...props} />
      {props.side === 'bank' && props.cases.some(({ state }) => state !== 'closed') ? (
        <HandOver officers={props.officers} />
      ) : null}
    </div>
  );
}

function Narrow({ side, query, signals, regions, officers }: CaseListProps) {
  const t = useText(caseDeskText);
  const alert = useText(alertText);
  const parts = useText(partsText);
  const locale = useLocale();
  const { tab, sort, after: _, unread: __, ...values } = query;
  const active = Object.values(values).filter(Boolean).length;
  const region = values.region && `${values.region}0000`.slice(0, 6);
  return (
    <FilterBar
      values={{ ...values, region }}
      active={active}
      action={baseOf[side]}
      clearTo={caseAddress(baseOf[side], { tab, sort, after: null })}
    >
      <input type="hidden" name="state" value={tab} />
      <input type="hidden" name="sort" value={sort} />
      <TextField name="find" label={t('case.find')} maxLength={60} />
      <SelectField
        name="severity"
        label={alert('alert.severity')}
        empty={t('case.any-severity')}
        options={severities.toReversed().map((value) => ({ value, label: parts(`parts.severity-${value}`) }))}
      />
      <SelectField
        name="signal"
        label={alert('alert.signal')}
        empty={t('case.any-signal')}
        options={signals.map((value) => ({ value, label: wordSignal(value, locale) }))}
      />
      <SelectField
        name="region"
        label={t('case.region')}
        empty={t('case.any-region')}
        options={regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      {side === 'bank' ? (
        <SelectField
          name="owner"
          label={t('case.owner')}
          empty={t('case.any-owner')}
          options={officers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <DateField name="month" label={alert('alert.raised')} precision="month" />
    </FilterBar>
  );
}

/** Hands cases to an officer: what is ticked in the list, or the one case of a page. */
export function HandOver({ officers, only }: { officers: CaseListProps['officers']; only?: string }) {
  const t = useText(caseDeskText);
  const file = useText(caseFileText);
  return (
    <CommandForm intent="assign" className="flex flex-wrap items-end gap-3">
      {only ? <input type="hidden" name="ids" value={only} /> : null}
      <SelectField
        name="to"
        label={t('case.assign-to')}
        {...(only ? {} : { hint: t('case.assign-hint') })}
        empty={file('case.choose')}
        required
        options={officers.map(({ id, name, live }) => ({ value: id, label: t('case.load', name, live) }))}
      />
      <TextField name="reason" label={t('case.assign-why')} maxLength={200} required />
      <Button variant="secondary">{t('case.assign')}</Button>
    </CommandForm>
  );
}
