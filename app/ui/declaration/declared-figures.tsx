import { declaredElements } from '~/domain/declaration/declaration.ts';
import { declarationText } from '~/text/declaration.ts';
import { showCount, showFen } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import type { DeclarationShown } from './declaration-shown.ts';

const tones = {
  'in-force': 'info',
  doubted: 'warn',
  replaced: 'mute',
  withdrawn: 'mute',
  broken: 'bad',
} as const;

/** Where a declaration stands; it never looks like something that was verified. */
export function DeclarationBadge({ declaration: { state } }: { declaration: DeclarationShown }) {
  const t = useText(declarationText);
  return <Badge tone={tones[state]}>{t(`declare.state.${state}`)}</Badge>;
}

/** What was declared, by whom, with the digest of what was signed. */
export function DeclaredFigures({ declaration }: { declaration: DeclarationShown }) {
  const t = useText(declarationText);
  const locale = useLocale();
  const figures = declaredElements.flatMap((element) => {
    const value = declaration[element];
    if (value === null) return [];
    const shown =
      typeof value === 'number'
        ? `${showCount(value, locale)} ${t('declare.persons')}`
        : showFen(value, locale);
    return [{ term: t(`declare.${element}`), value: <span className="num">{shown}</span> }];
  });
  return (
    <DefinitionList
      items={[
        ...figures,
        {
          term: t('declare.signed'),
          value: (
            <>
              {declaration.signer} · <InstantText at={declaration.signedAt} />
            </>
          ),
          note: t('declare.promise-version', declaration.promise),
        },
        {
          term: t('declare.hash'),
          value: <code className="break-all text-sm">{declaration.hash}</code>,
        },
      ]}
    />
  );
}

/** The doubt about a declaration, the firm's answer and what was decided. */
export function DoubtStory({ declaration }: { declaration: DeclarationShown }) {
  const t = useText(declarationText);
  const { doubt, answer, decision, state } = declaration;
  if (!doubt) return null;
  return (
    <DefinitionList
      items={[
        { term: t('declare.doubt'), value: doubt },
        ...(answer ? [{ term: t('declare.answer'), value: answer }] : []),
        ...(decision
          ? [
              {
                term: t('declare.decision'),
                value: (
                  <>
                    {t(state === 'broken' ? 'declare.decision.broken' : 'declare.decision.upheld')} ·{' '}
                    {decision}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
