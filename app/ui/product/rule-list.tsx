import type { Rule } from '~/domain/product/predicate.ts';
import { type Readable, readable } from '~/domain/product/readable.ts';
import { productText } from '~/text/product.ts';
import { type RuleNames, wordAtom } from '~/text/product-rule.ts';
import { type CodeNames, useRuleNames } from '~/ui/product/rule-names.ts';
import { useLocale, useText } from '~/ui/text.ts';

/** All conditions of a product in plain words. */
export function RuleList({ rule, names }: { rule: Rule; names: CodeNames }) {
  const tree = readable(rule);
  return <Lines parts={tree.kind === 'all' ? tree.parts : [tree]} names={useRuleNames(names)} />;
}

function Lines({ parts, names }: { parts: readonly Readable[]; names: RuleNames }) {
  const t = useText(productText);
  const locale = useLocale();
  return (
    <ul className="measure flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
      {parts.map((part, index) => (
        <li key={index}>
          {part.kind === 'atom' ? (
            wordAtom(part.atom, part.negated, names, locale)
          ) : (
            <>
              {t(part.kind === 'any' ? 'product.one-of' : 'product.all-of')}
              <Lines parts={part.parts} names={names} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
