import type { Role } from '~/domain/institution/role.ts';
import { branchText } from '~/text/branch.ts';
import { shellText } from '~/text/shell.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useNamed, useText } from '~/ui/text.ts';

type Branch = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly area: string | null;
  readonly isOpen: boolean;
  readonly people: number;
};
type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly branchId: string | null;
};

export type BranchesPageProps = { readonly branches: readonly Branch[]; readonly people: readonly Person[] };

/** A bank's branches, with the forms that add and close one and place people. */
export function BranchesPage({ branches, people }: BranchesPageProps) {
  const t = useText(branchText);
  const open = branches.filter(({ isOpen }) => isOpen);
  return (
    <div className="stack-lg">
      <PageHeader title={t('branch.title')} lede={t('branch.lede')} />
      <BranchTable branches={branches} />
      {open.length > 0 ? <Place branches={open} people={people} /> : null}
      <Add />
    </div>
  );
}

function BranchTable({ branches }: Pick<BranchesPageProps, 'branches'>) {
  const t = useText(branchText);
  const name = useNamed();
  return (
    <DataTable
      caption={t('branch.title')}
      captionHidden
      rows={branches}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('branch.none')}>{t('branch.none-next')}</EmptyState>}
      columns={[
        { key: 'name', header: t('branch.name'), primary: true, cell: (b) => name(b) },
        { key: 'area', header: t('branch.area'), cell: ({ area }) => area ?? t('branch.no-area') },
        { key: 'people', header: t('branch.people'), align: 'end', cell: ({ people }) => people },
        {
          key: 'state',
          header: t('branch.state'),
          cell: ({ isOpen }) => (
            <Badge tone={isOpen ? 'good' : 'mute'}>{t(isOpen ? 'branch.open' : 'branch.closed')}</Badge>
          ),
        },
        {
          key: 'close',
          header: t('branch.close'),
          cell: (b) => (b.isOpen ? <Close id={b.id} name={name(b)} /> : null),
        },
      ]}
    />
  );
}

function Close({ id, name }: { id: string; name: string }) {
  const t = useText(branchText);
  return (
    <ConfirmStep ask={t('branch.close')} title={t('branch.close-ask', name)} tone="danger">
      <CommandForm intent="close" id={`close-${id}`}>
        <input type="hidden" name="id" value={id} />
        <Button variant="danger" size="sm">
          {t('branch.close')}
        </Button>
      </CommandForm>
    </ConfirmStep>
  );
}

/** Who works where, and the form that changes it; administrators stay at the head office. */
function Place({ branches, people }: BranchesPageProps) {
  const t = useText(branchText);
  const role = useText(shellText);
  const name = useNamed();
  const placeOf = (id: string | null) => {
    const branch = branches.find((each) => each.id === id);
    return branch ? name(branch) : t('branch.head-office');
  };
  const movable = people.filter((person) => person.role !== 'institution-admin');
  return (
    <Card title={t('branch.place')} lede={t('branch.place-hint')}>
      <CommandForm intent="place">
        <SelectField
          name="person"
          label={t('branch.person')}
          required
          options={movable.map((p) => ({
            value: p.id,
            label: `${p.name} · ${role(`role.${p.role}`)} · ${placeOf(p.branchId)}`,
          }))}
        />
        <SelectField
          name="branch"
          label={t('branch.works-at')}
          empty={t('branch.head-office')}
          options={branches.map((b) => ({ value: b.id, label: name(b) }))}
        />
        <FormActions>
          <Button>{t('branch.place')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}

function Add() {
  const t = useText(branchText);
  return (
    <Card title={t('branch.add')}>
      <CommandForm intent="add">
        <TextField name="nameZh" label={t('branch.name')} maxLength={60} required />
        <TextField name="nameEn" label={t('branch.name-en')} maxLength={80} required />
        <TextField
          name="areaCode"
          label={t('branch.area-code')}
          hint={t('branch.area-hint')}
          inputMode="numeric"
          maxLength={6}
          code
        />
        <FormActions>
          <Button>{t('branch.add')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
