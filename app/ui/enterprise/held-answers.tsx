import { enterpriseText } from '~/text/enterprise.ts';
import { showCount, showDay, showFen } from '~/ui/format.ts';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Named = { readonly zh: string; readonly en: string };

/** An answer that a public body gave, with the wording of the question. */
export type HeldAnswerShown = {
  readonly label: string;
  readonly provider: Named;
  readonly item: Named;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly knownOn: string;
};

/** What a form does not ask because a public body supplied it, each with its source; nothing when there is none. */
export function HeldAnswers({ title, answers }: { title: string; answers: readonly HeldAnswerShown[] }) {
  const t = useText(enterpriseText);
  const locale = useLocale();
  const named = (name: Named) => (locale === 'en' ? name.en : name.zh);
  if (answers.length === 0) return null;
  return (
    <Card title={title}>
      <DefinitionList
        items={answers.map(({ label, provider, item, amountFen, quantity, knownOn }) => ({
          term: label,
          value: (
            <span className="num">
              {amountFen === null ? showCount(quantity ?? 0, locale) : showFen(amountFen, locale)}
            </span>
          ),
          note: t(
            'enterprise.answer-source',
            named(provider),
            named(item),
            showDay(knownOn, locale, 'short'),
          ),
        }))}
      />
    </Card>
  );
}
