import type { PersonPurpose, Relation } from '~/domain/privacy/relation.ts';
import { consentText } from '~/text/consent.ts';
import { privacyText } from '~/text/privacy.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { AnswerBadge, PersonStateBadge, QuestionWords } from './person-words.tsx';
import type { AskedShown, NamedShown, PersonState } from './privacy-shown.ts';

type ItemShown = NamedShown & { readonly code: string };
type ConsentingPerson = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly name: string | null;
  readonly relation: Relation;
  readonly purpose: PersonPurpose;
  readonly state: PersonState;
  readonly validTo: string | null;
  readonly items: readonly ItemShown[];
};
type Asked = AskedShown & { readonly item: ItemShown; readonly person: string | null; readonly firm: string };
type ConsentingPersonsProps = {
  readonly people: readonly ConsentingPerson[];
  readonly asked: readonly Asked[];
};

/** A bank's page: yes-or-no questions about the persons who consented to it. */
export function ConsentingPersons({ people, asked }: ConsentingPersonsProps) {
  const t = useText(privacyText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('privacy.bank.title')} lede={t('privacy.bank.lede')} />
      {people.length === 0 ? (
        <EmptyState title={t('privacy.bank.none')}>{t('privacy.bank.none-next')}</EmptyState>
      ) : (
        <div className="stack">
          {people.map((person) => (
            <PersonCard key={person.id} person={person} />
          ))}
        </div>
      )}
      <Section title={t('privacy.bank.history')}>
        <AskedTable asked={asked} />
      </Section>
    </div>
  );
}

function PersonCard({ person }: { person: ConsentingPerson }) {
  const t = useText(privacyText);
  const consent = useText(consentText);
  const name = useNamed();
  const relation = t(`privacy.relation.${person.relation}`);
  const until = person.validTo ? <InstantText at={person.validTo} /> : null;
  return (
    <Card
      title={`${person.name ?? t('privacy.erased-name')} · ${relation}`}
      lede={`${person.firm} · ${consent(`consent.purpose.${person.purpose}`)}`}
      actions={<PersonStateBadge state={person.state} />}
      footer={
        until ? (
          <>
            {t('privacy.until')} {until}
          </>
        ) : null
      }
    >
      {person.items.length > 0 ? (
        <CommandForm intent={`ask-${person.id}`}>
          <input type="hidden" name="firm" value={person.enterpriseId} />
          <input type="hidden" name="person" value={person.id} />
          <div className="grid gap-4 sm:grid-cols-3">
            <SelectField
              name="item"
              label={t('privacy.bank.item')}
              options={person.items.map((item) => ({ value: item.code, label: name(item) }))}
            />
            <SelectField
              name="kind"
              label={t('privacy.bank.kind')}
              options={(['any', 'open', 'at-least', 'band'] as const).map((kind) => ({
                value: kind,
                label: t(`privacy.kind.${kind}`),
              }))}
            />
            <AmountField
              name="amount"
              unit="yuan"
              label={t('privacy.bank.amount')}
              hint={t('privacy.bank.amount-hint')}
              optional
            />
          </div>
          <FormActions>
            <Button>{t('privacy.bank.do')}</Button>
          </FormActions>
        </CommandForm>
      ) : null}
    </Card>
  );
}

function AskedTable({ asked }: Pick<ConsentingPersonsProps, 'asked'>) {
  const t = useText(privacyText);
  const name = useNamed();
  return (
    <DataTable
      caption={t('privacy.bank.history')}
      captionHidden
      rows={asked}
      rowKey={(row) => row.id}
      empty={<p className="text-ink-soft">{t('privacy.bank.history-none')}</p>}
      columns={[
        {
          key: 'person',
          header: t('privacy.person'),
          primary: true,
          cell: (row) => `${row.person ?? t('privacy.erased-name')} · ${row.firm}`,
        },
        { key: 'item', header: t('privacy.bank.item'), cell: (row) => name(row.item) },
        {
          key: 'q',
          header: t('privacy.bank.kind'),
          cell: (row) => <QuestionWords question={row.question} />,
        },
        { key: 'a', header: t('privacy.asked.answer'), cell: (row) => <AnswerBadge {...row} /> },
        { key: 'by', header: t('privacy.asked.by'), cell: (row) => row.userName },
        { key: 'at', header: t('privacy.asked.at'), cell: (row) => <InstantText at={row.at} /> },
      ]}
    />
  );
}
