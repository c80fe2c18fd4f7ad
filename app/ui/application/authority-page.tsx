import { authorityText } from '~/text/authority.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

type Reviewer = {
  readonly id: string;
  readonly name: string;
  readonly ownFen: string | null;
  /** Without a limit of their own at a bank that sets limits. */
  readonly isUnset: boolean;
  readonly todayFen: string | null;
};
type Delegation = {
  readonly id: string;
  readonly isMine: boolean;
  readonly from: string;
  readonly to: string;
  readonly firstDay: string;
  readonly lastDay: string;
};

export type AuthorityPageProps = {
  readonly today: string;
  readonly self: string;
  readonly reviewers: readonly Reviewer[];
  readonly delegations: readonly Delegation[];
  /** Whether the reader sets limits, and whether the reader has one to lend. */
  readonly sets: boolean;
  readonly lends: boolean;
};

/** Who may approve how much, who lends it to whom, and the forms for both. */
export function AuthorityPage(props: AuthorityPageProps) {
  const t = useText(authorityText);
  const { reviewers, sets, lends } = props;
  return (
    <div className="stack-lg">
      <PageHeader title={t('authority.title')} lede={t('authority.lede')} />
      <DataTable
        caption={t('authority.title')}
        captionHidden
        rows={reviewers}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('authority.nobody')}>{t('authority.nobody-next')}</EmptyState>}
        columns={[
          { key: 'name', header: t('authority.reviewer'), primary: true, cell: ({ name }) => name },
          {
            key: 'own',
            header: t('authority.own'),
            align: 'end',
            cell: ({ ownFen, isUnset }) => (isUnset ? t('authority.unset') : <Limit fen={ownFen} />),
          },
          {
            key: 'today',
            header: t('authority.now'),
            align: 'end',
            cell: ({ todayFen }) => <Limit fen={todayFen} />,
          },
        ]}
      />
      {sets && reviewers.length > 0 ? <SetLimit reviewers={reviewers} /> : null}
      <Section title={t('authority.delegations')}>
        <Delegations {...props} />
      </Section>
      {lends ? <Lend {...props} /> : null}
    </div>
  );
}

function Limit({ fen }: { fen: string | null }) {
  const t = useText(authorityText);
  return fen === null ? t('authority.none') : <Money fen={fen} style="short" />;
}

const optionOf = ({ id, name }: Reviewer) => ({ value: id, label: name });

function SetLimit({ reviewers }: Pick<AuthorityPageProps, 'reviewers'>) {
  const t = useText(authorityText);
  return (
    <Card title={t('authority.set')}>
      <CommandForm intent="set">
        <SelectField name="user" label={t('authority.reviewer')} options={reviewers.map(optionOf)} required />
        <TextField
          name="most"
          label={t('authority.most')}
          hint={t('authority.most-hint')}
          inputMode="decimal"
          maxLength={12}
        />
        <FormActions>
          <Button>{t('authority.set')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}

function Delegations({ delegations }: Pick<AuthorityPageProps, 'delegations'>) {
  const t = useText(authorityText);
  return (
    <DataTable
      caption={t('authority.delegations')}
      captionHidden
      rows={delegations}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('authority.delegations-none')}>
          {t('authority.delegations-none-next')}
        </EmptyState>
      }
      columns={[
        { key: 'from', header: t('authority.from'), primary: true, cell: ({ from }) => from },
        { key: 'to', header: t('authority.to'), cell: ({ to }) => to },
        {
          key: 'days',
          header: t('authority.days'),
          cell: ({ firstDay, lastDay }) => (
            <>
              <DayText day={firstDay} /> – <DayText day={lastDay} />
            </>
          ),
        },
        {
          key: 'back',
          header: t('authority.take-back'),
          cell: ({ id, isMine }) => (isMine ? <TakeBack id={id} /> : null),
        },
      ]}
    />
  );
}

function TakeBack({ id }: { id: string }) {
  const t = useText(authorityText);
  return (
    <CommandForm intent="take-back" id={`take-back-${id}`}>
      <input type="hidden" name="id" value={id} />
      <Button variant="secondary" size="sm">
        {t('authority.take-back')}
      </Button>
    </CommandForm>
  );
}

function Lend({ reviewers, self, today }: AuthorityPageProps) {
  const t = useText(authorityText);
  const others = reviewers.filter(({ id }) => id !== self);
  if (others.length === 0) return null;
  return (
    <Card title={t('authority.lend')}>
      <CommandForm intent="lend">
        <SelectField name="to" label={t('authority.to')} options={others.map(optionOf)} required />
        <DateField name="firstDay" label={t('authority.first-day')} defaultValue={today} required />
        <DateField name="lastDay" label={t('authority.last-day')} defaultValue={today} min={today} required />
        <FormActions>
          <Button>{t('authority.lend')}</Button>
        </FormActions>
      </CommandForm>
    </Card>
  );
}
