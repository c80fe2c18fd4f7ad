import type { Bands } from '~/domain/catalogue/bands.ts';
import { refusals } from '~/text/all-refusals.ts';
import { bankText } from '~/text/application-bank.ts';
import { bandsInWords } from '~/text/band.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { verificationText } from '~/text/verification.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { AmountField } from '~/ui/parts/amount-field.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { type AnsweredQuestion, AnswerWord, QuestionWord } from '~/ui/record/answer-word.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Item = {
  readonly code: string;
  readonly name: Named;
  readonly provider: Named;
  readonly bands: Bands | null;
  readonly unit: string | null;
  readonly refusal: { readonly code: string } | null;
};
type Asked = AnsweredQuestion & {
  readonly id: string;
  readonly name: Named;
  readonly at: string;
  readonly user_name: string;
};
export type VerifyPageProps = {
  readonly applicationId: string;
  readonly firm: string;
  readonly items: readonly Item[];
  readonly probing: { readonly perSubjectAndDay: number; readonly perItemAndMonth: number };
  readonly asked: readonly Asked[];
};

/** A bank asks departments about the firm of an application: yes, no, a band or unavailable, never a figure. */
export function VerifyPage({ applicationId, firm, items, probing, asked }: VerifyPageProps) {
  const t = useText(verificationText);
  const b = useText(bankText);
  const covered = items.filter(({ refusal }) => refusal === null);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[
          { label: b('inbox.title'), to: '/bank' },
          { label: firm, to: `/bank/applications/${applicationId}` },
          { label: t('verify.title') },
        ]}
        eyebrow={firm}
        title={t('verify.title')}
        lede={t('verify.lede')}
      />
      <Items items={items} />
      {covered.length > 0 ? (
        <Card
          title={t('verify.ask')}
          lede={t('verify.limits', probing.perSubjectAndDay, probing.perItemAndMonth)}
        >
          <AskForm items={covered} />
        </Card>
      ) : (
        <Notice tone="info" title={t('verify.none-covered')} />
      )}
      <History asked={asked} />
    </div>
  );
}

function Items({ items }: Pick<VerifyPageProps, 'items'>) {
  const t = useText(verificationText);
  const named = useNamed();
  const locale = useLocale();
  return (
    <DataTable
      caption={t('verify.item')}
      captionHidden
      rows={items}
      rowKey={({ code }) => code}
      columns={[
        { key: 'item', header: t('verify.item'), primary: true, cell: ({ name }) => named(name) },
        { key: 'provider', header: t('verify.provider'), cell: ({ provider }) => named(provider) },
        {
          key: 'bands',
          header: t('verify.bands'),
          cell: ({ bands, unit }) => (bands ? bandsInWords(bands, unit, locale) : t('verify.bands-none')),
        },
        {
          key: 'consent',
          header: t('verify.consent'),
          cell: ({ refusal }) =>
            refusal ? (
              <span className="flex flex-col gap-1">
                <span>
                  <Badge tone="mute">{t('verify.not-covered')}</Badge>
                </span>
                <span className="text-sm text-ink-soft">{wordRefusal(refusals, refusal, locale)}</span>
              </span>
            ) : (
              <Badge tone="good">{t('verify.covered')}</Badge>
            ),
        },
      ]}
    />
  );
}

function AskForm({ items }: Pick<VerifyPageProps, 'items'>) {
  const t = useText(verificationText);
  const named = useNamed();
  return (
    <CommandForm>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          name="item"
          label={t('verify.item')}
          options={items.map(({ code, name }) => ({ value: code, label: named(name) }))}
        />
        <SelectField
          name="kind"
          label={t('verify.question')}
          options={(['any', 'open', 'at-least', 'band'] as const).map((kind) => ({
            value: kind,
            label: t(`verify.kind.${kind}`),
          }))}
        />
        <AmountField
          name="amount"
          unit="yuan"
          label={t('verify.amount')}
          hint={t('verify.amount-hint')}
          optional
        />
      </div>
      <FormActions>
        <Button>{t('verify.ask')}</Button>
      </FormActions>
    </CommandForm>
  );
}

function History({ asked }: Pick<VerifyPageProps, 'asked'>) {
  const t = useText(verificationText);
  const named = useNamed();
  return (
    <Section title={t('verify.history')}>
      <DataTable
        caption={t('verify.history')}
        captionHidden
        rows={asked}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{t('verify.history-none')}</p>}
        columns={[
          { key: 'item', header: t('verify.item'), primary: true, cell: ({ name }) => named(name) },
          {
            key: 'q',
            header: t('verify.question'),
            cell: (row) => <QuestionWord {...row} />,
          },
          { key: 'a', header: t('verify.answer'), cell: (row) => <AnswerWord {...row} /> },
          { key: 'by', header: t('verify.by'), cell: ({ user_name }) => user_name },
          { key: 'at', header: t('verify.at'), cell: ({ at }) => <InstantText at={at} /> },
        ]}
      />
    </Section>
  );
}
