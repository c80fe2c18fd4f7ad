import { declarationText } from '~/text/declaration.ts';
import { showDay } from '~/ui/format.ts';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { DeclarationShown, KnownFigure } from './declaration-shown.ts';
import { DeclareForm } from './declare-form.tsx';
import { DeclarationBadge, DeclaredFigures, DoubtStory } from './declared-figures.tsx';
import { OneForm } from './one-form.tsx';

export type DeclarationPageProps = {
  readonly years: readonly number[];
  readonly year: number;
  readonly declarations: readonly DeclarationShown[];
  readonly known: readonly KnownFigure[];
  readonly current: DeclarationShown | null;
  readonly promise: string;
  readonly promiseItem: string;
  readonly maySign: boolean;
};

/** What the firm declares of itself under a credit promise: what stands, what was asked about it, and the form. */
export function DeclarationPage(props: DeclarationPageProps) {
  const t = useText(declarationText);
  const { declarations, maySign, current, promiseItem } = props;
  return (
    <div className="stack-lg">
      <PageHeader title={t('declare.title')} lede={t('declare.lede')} />
      <Section title={t('declare.mine')}>
        {declarations.length === 0 ? (
          <EmptyState title={t('declare.none')}>{t('declare.none-next')}</EmptyState>
        ) : null}
        {declarations.map((declaration) => (
          <OwnDeclaration key={declaration.id} {...{ declaration, maySign, promiseItem }} />
        ))}
      </Section>
      {maySign ? (
        <DeclareForm key={`${props.year}-${current?.id ?? ''}`} {...props} />
      ) : (
        <Notice tone="info" title={t('declare.only-owner')} />
      )}
    </div>
  );
}

type OwnProps = {
  readonly declaration: DeclarationShown;
  readonly maySign: boolean;
  readonly promiseItem: string;
};

function OwnDeclaration({ declaration, maySign, promiseItem }: OwnProps) {
  const t = useText(declarationText);
  return (
    <Card
      title={t('declare.year', declaration.year)}
      actions={<DeclarationBadge declaration={declaration} />}
    >
      <div className="stack">
        <DeclaredFigures declaration={declaration} />
        <DoubtStory declaration={declaration} />
        {declaration.state === 'doubted' ? <Answer declaration={declaration} /> : null}
        {declaration.state === 'broken' ? (
          <Notice
            tone="warn"
            title={t('declare.broken-next')}
            next={<TextLink to={`/my/data/${promiseItem}`}>{t('declare.to-record')}</TextLink>}
          />
        ) : null}
        {declaration.state === 'in-force' && maySign ? (
          <OneForm
            intent="withdraw"
            id={declaration.id}
            ask={t('declare.withdraw')}
            title={t('declare.withdraw-lede')}
          >
            <FormActions>
              <Button>{t('declare.withdraw')}</Button>
            </FormActions>
          </OneForm>
        ) : null}
      </div>
    </Card>
  );
}

function Answer({ declaration: { id, answer, answerDue } }: { declaration: DeclarationShown }) {
  const t = useText(declarationText);
  const locale = useLocale();
  if (answer) return <Notice tone="info" title={t('declare.answer-wait')} />;
  return (
    <>
      {answerDue ? <Notice tone="warn" title={t('declare.doubt-due', showDay(answerDue, locale))} /> : null}
      <OneForm intent="answer" id={id} ask={t('declare.answer')} title={t('declare.answer')}>
        <TextAreaField
          name="answer"
          label={t('declare.answer')}
          hint={t('declare.answer-hint')}
          rows={4}
          required
        />
        <FormActions>
          <Button>{t('declare.answer-send')}</Button>
        </FormActions>
      </OneForm>
    </>
  );
}
