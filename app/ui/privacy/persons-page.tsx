import { personPurposes, relations } from '~/domain/privacy/relation.ts';
import { consentText } from '~/text/consent.ts';
import { privacyText } from '~/text/privacy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import type { FormReply } from '~/ui/form-reply.ts';
import { showDay } from '~/ui/format.ts';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import { PersonStateBadge } from './person-words.tsx';
import type { NamedShown, PersonShown } from './privacy-shown.ts';

type FigureShown = number | 'too-few';
type StaffShown = {
  readonly on: string;
  readonly current: FigureShown;
  readonly leavers: FigureShown;
  readonly medianMonths: FigureShown;
  readonly least: number;
};
type PersonsPageProps = {
  readonly people: readonly PersonShown[];
  readonly banks: readonly (NamedShown & { readonly id: string })[];
  readonly leastSharePpm: number;
  readonly linkDays: number;
  readonly staff: StaffShown;
  readonly mayName: boolean;
  readonly fresh: { readonly name: string; readonly url: string } | null;
  readonly reply: FormReply | null;
};

/** The firm's page on natural persons: who signs for themselves, and staff in figures. */
export function PersonsPage(props: PersonsPageProps) {
  const t = useText(privacyText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('privacy.persons.title')} lede={t('privacy.persons.lede')} />
      {props.fresh ? (
        <Notice
          live
          tone="good"
          title={t('privacy.link.title')}
          next={t('privacy.link.for', props.fresh.name)}
        >
          <HashChip value={props.fresh.url} label={t('privacy.link.copy')} keep={0} />
        </Notice>
      ) : null}
      <Section title={t('privacy.persons.list')}>
        <PeopleTable people={props.people} />
      </Section>
      {props.mayName ? <NamePerson {...props} /> : null}
      <StaffCard staff={props.staff} />
    </div>
  );
}

function PeopleTable({ people }: Pick<PersonsPageProps, 'people'>) {
  const t = useText(privacyText);
  const name = useNamed();
  const empty = <EmptyState title={t('privacy.persons.none')}>{t('privacy.persons.none-next')}</EmptyState>;
  return (
    <DataTable
      caption={t('privacy.persons.list')}
      captionHidden
      rows={people}
      rowKey={(person) => person.id}
      empty={empty}
      columns={[
        {
          key: 'name',
          header: t('privacy.person'),
          primary: true,
          cell: (person) => person.name ?? t('privacy.erased-name'),
        },
        {
          key: 'relation',
          header: t('privacy.relation'),
          cell: (person) => <RelationWords person={person} />,
        },
        { key: 'bank', header: t('privacy.for-bank'), cell: (person) => name(person.bank) },
        {
          key: 'state',
          header: t('privacy.state'),
          cell: (person) => <PersonStateBadge state={person.state} />,
        },
        { key: 'until', header: t('privacy.until'), cell: (person) => <UntilWords person={person} /> },
      ]}
    />
  );
}

function RelationWords({ person }: { person: PersonShown }) {
  const t = useText(privacyText);
  const share = person.sharePpm === null ? null : t('privacy.share-of', String(person.sharePpm / 10_000));
  return (
    <>
      {t(`privacy.relation.${person.relation}`)}
      {share ? <span className="block text-sm text-ink-soft">{share}</span> : null}
    </>
  );
}

function UntilWords({ person }: { person: PersonShown }) {
  const t = useText(privacyText);
  const locale = useLocale();
  if (person.refusalHolds) return t('privacy.refusal-holds', showDay(person.refusalHolds, locale));
  if (!person.validTo) return '—';
  return (
    <>
      <InstantText at={person.validTo} />
      <span className="block text-sm text-ink-soft">{t('privacy.items-count', person.items)}</span>
    </>
  );
}

function NamePerson({ banks, leastSharePpm, linkDays }: PersonsPageProps) {
  const t = useText(privacyText);
  const consent = useText(consentText);
  const name = useNamed();
  return (
    <Card title={t('privacy.name.title')} lede={t('privacy.name.lede', linkDays)}>
      <CommandForm>
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="name" label={t('privacy.person')} autoComplete="off" maxLength={40} required />
          <SelectField
            name="relation"
            label={t('privacy.relation')}
            defaultValue="legal-representative"
            options={relations.map((r) => ({ value: r, label: t(`privacy.relation.${r}`) }))}
          />
          <NumberField
            name="share"
            label={t('privacy.share')}
            hint={t('privacy.share-hint', leastSharePpm / 10_000)}
            unit="%"
            decimal
            optional
          />
          <SelectField
            name="institution"
            label={t('privacy.for-bank')}
            empty={t('privacy.choose-bank')}
            options={banks.map((bank) => ({ value: bank.id, label: name(bank) }))}
            required
          />
          <SelectField
            name="purpose"
            label={t('privacy.purpose')}
            defaultValue="pre-loan"
            options={personPurposes.map((p) => ({ value: p, label: consent(`consent.purpose.${p}`) }))}
          />
        </div>
        <FormActions>
          <Button>{t('privacy.name.do')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}

function StaffCard({ staff }: { staff: StaffShown }) {
  const t = useText(privacyText);
  const locale = useLocale();
  return (
    <Card
      title={t('privacy.staff.title')}
      lede={t('privacy.staff.lede', staff.least)}
      footer={t('privacy.staff.on', showDay(staff.on, locale))}
    >
      <FigureRow>
        {(['current', 'leavers', 'medianMonths'] as const).map((key) => (
          <Figure
            key={key}
            label={t(`privacy.staff.${key === 'medianMonths' ? 'median' : key}`)}
            value={staff[key] === 'too-few' ? '—' : staff[key]}
            note={staff[key] === 'too-few' ? t('privacy.staff.too-few') : undefined}
          />
        ))}
      </FigureRow>
    </Card>
  );
}
