import type { DeclaredElement } from '~/domain/declaration/declaration.ts';
import { declarationText } from '~/text/declaration.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { showCount, showDay, showFen, showPpm } from '~/ui/format.ts';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { TextAreaField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { DeclarationShown } from './declaration-shown.ts';
import { DeclarationBadge, DeclaredFigures, DoubtStory } from './declared-figures.tsx';
import { OneForm } from './one-form.tsx';

type Apart = {
  readonly element: DeclaredElement;
  readonly provider: Named;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly ppm: number;
};

type Declared = DeclarationShown & {
  readonly firmId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly isMine: boolean;
  readonly apart: readonly Apart[];
};

export type DeclarationDeskProps = {
  readonly declarations: readonly Declared[];
  readonly state: 'in-force' | 'doubted' | 'ended';
  readonly doubted: number;
  readonly next: string | null;
};

const here = '/operator/declarations';

/** The data desk's list of what firms declared, with what does not agree with a register, and the two-person decision. */
export function DeclarationDesk({ declarations, state, doubted, next }: DeclarationDeskProps) {
  const t = useText(declarationText);
  const tabs = [
    { value: 'in-force', label: t('desk.declare.open') },
    { value: 'doubted', label: t('desk.declare.doubted'), count: doubted },
    { value: 'ended', label: t('desk.declare.ended') },
  ];
  return (
    <div className="stack-lg">
      <PageHeader title={t('desk.declare.title')} lede={t('desk.declare.lede')} />
      <TabLinks
        label={t('desk.declare.title')}
        items={tabs.map(({ value, ...tab }) => ({
          ...tab,
          to: value === 'in-force' ? here : `${here}?state=${value}`,
          current: value === state,
        }))}
      />
      {declarations.length === 0 ? <EmptyState title={t('desk.declare.none')} /> : null}
      {declarations.map((declaration) => (
        <DeclaredCard key={declaration.id} declaration={declaration} />
      ))}
      <KeysetPager
        next={next ? `${here}?${new URLSearchParams({ state, after: next })}` : null}
        shown={declarations.length}
      />
    </div>
  );
}

function DeclaredCard({ declaration }: { declaration: Declared }) {
  const t = useText(declarationText);
  return (
    <Card
      title={`${declaration.firm} · ${t('declare.year', declaration.year)}`}
      lede={declaration.uscc}
      actions={<DeclarationBadge declaration={declaration} />}
    >
      <div className="stack">
        <DeclaredFigures declaration={declaration} />
        {declaration.apart.map((apart) => (
          <ApartNotice key={apart.element} apart={apart} />
        ))}
        <DoubtStory declaration={declaration} />
        {declaration.state === 'in-force' ? <DoubtForm declaration={declaration} /> : null}
        {declaration.state === 'doubted' ? <Judge declaration={declaration} /> : null}
      </div>
    </Card>
  );
}

function ApartNotice({ apart }: { apart: Apart }) {
  const t = useText(declarationText);
  const locale = useLocale();
  const named = useNamed();
  const { amountFen, quantity, provider, ppm, element } = apart;
  const value = amountFen === null ? showCount(quantity ?? 0, locale) : showFen(amountFen, locale);
  const official = t('desk.declare.official', named(provider), value, showPpm(ppm, locale));
  return <Notice tone="warn" title={`${t(`declare.${element}`)} · ${official}`} />;
}

function DoubtForm({ declaration: { id, firmId } }: { declaration: Declared }) {
  const t = useText(declarationText);
  return (
    <OneForm intent="doubt" id={id} firm={firmId} ask={t('desk.declare.ask')} title={t('desk.declare.ask')}>
      <TextAreaField
        name="reason"
        label={t('desk.declare.reason')}
        hint={t('desk.declare.reason-hint')}
        rows={3}
        required
      />
      <FormActions>
        <Button>{t('desk.declare.ask')}</Button>
      </FormActions>
    </OneForm>
  );
}

function Judge({ declaration: { id, firmId, answer, answerDue, isMine } }: { declaration: Declared }) {
  const t = useText(declarationText);
  const locale = useLocale();
  return (
    <>
      {answer ? null : <p>{t('desk.declare.no-answer')}</p>}
      {answerDue && !answer ? <p>{t('desk.declare.due', showDay(answerDue, locale))}</p> : null}
      {isMine ? (
        <Notice tone="info" title={t('desk.declare.mine')} />
      ) : (
        <OneForm
          intent="judge"
          id={id}
          firm={firmId}
          ask={t('desk.declare.judge')}
          title={t('desk.declare.judge')}
        >
          <RadioCards
            name="verdict"
            legend={t('desk.declare.verdict')}
            columns={2}
            options={(['upheld', 'broken'] as const).map((value) => ({
              value,
              label: t(`declare.decision.${value}`),
            }))}
          />
          <TextAreaField name="decision" label={t('desk.declare.basis')} rows={3} required />
          <FormActions>
            <Button>{t('desk.declare.judge')}</Button>
          </FormActions>
        </OneForm>
      )}
    </>
  );
}
