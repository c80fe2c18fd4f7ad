import { bankText } from '~/text/application-bank.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { InboxFilters, type Narrowing } from './inbox-filter.tsx';

export type InboxView = { readonly id: string; readonly name: string; readonly query: string };

type ToolsProps = Narrowing & {
  readonly state: string;
  readonly views: readonly InboxView[];
  readonly assigns: boolean;
  /** The filters of the page as an address has them. */
  readonly query: string;
};

/** States from which an application is given to an officer. */
export const assignable: readonly string[] = ['submitted', 'in-review'];

/** Filters, kept views and, for who runs the desk, the form that gives what is ticked to an officer. */
export function InboxTools(props: ToolsProps) {
  const t = useText(bankText);
  const { views, assigns } = props;
  return (
    <div className="stack-sm">
      {views.length > 0 ? (
        <nav aria-label={t('inbox.views')} className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
          {views.map(({ id, name, query }) => (
            <TextLink key={id} to={`/bank?${query}`}>
              {name}
            </TextLink>
          ))}
        </nav>
      ) : null}
      <InboxFilters {...props} />
      {assigns ? <Assign {...props} /> : null}
      <div className="pt-1">
        <Views {...props} />
      </div>
    </div>
  );
}

/** Who may see what is listed: of one branch's applications its officers and those of the head office. */
function Assign({ officers, branches, branch }: ToolsProps) {
  const t = useText(bankText);
  const name = useNamed();
  const placeOf = (id: string | null) => branches.find((each) => each.id === id);
  const offered = officers.filter((each) => !branch || each.branch === null || each.branch === branch);
  const labelOf = (officer: ToolsProps['officers'][number]) => {
    const place = placeOf(officer.branch);
    return place ? `${officer.name} · ${name(place)}` : officer.name;
  };
  return (
    <CommandForm intent="assign" className="flex flex-wrap items-end gap-3">
      <SelectField
        name="to"
        label={t('inbox.assign-to')}
        hint={t('inbox.assign-hint')}
        options={offered.map((officer) => ({ value: officer.id, label: labelOf(officer) }))}
      />
      <Button variant="secondary">{t('inbox.assign')}</Button>
    </CommandForm>
  );
}

/** The box that ticks an application for the form above the list. */
export function Pick({ id, firm }: { id: string; firm: string }) {
  const t = useText(bankText);
  return (
    <input
      type="checkbox"
      form="assign-form"
      name="ids"
      value={id}
      aria-label={t('inbox.pick', firm)}
      className="size-5"
    />
  );
}

function Views({ views, query }: ToolsProps) {
  const t = useText(bankText);
  const reply = useReply('keep-view');
  return (
    <ConfirmStep ask={t('inbox.views-keep')} title={t('inbox.views')} open={reply !== null}>
      <div className="stack-sm">
        <CommandForm intent="keep-view" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="query" value={query} />
          <TextField name="name" label={t('inbox.view-name')} maxLength={30} required />
          <Button variant="secondary">{t('inbox.view-keep')}</Button>
        </CommandForm>
        {views.map(({ id, name }) => (
          <CommandForm key={id} intent="drop-view" id={`drop-${id}`}>
            <input type="hidden" name="id" value={id} />
            <Button variant="secondary" size="sm">
              {t('inbox.view-drop', name)}
            </Button>
          </CommandForm>
        ))}
      </div>
    </ConfirmStep>
  );
}
