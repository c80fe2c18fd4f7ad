import { policyEditorText } from '~/text/policy-editor.ts';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { DifferenceTable } from '~/ui/policy/difference-table.tsx';
import type { Live } from '~/ui/policy/editor/use-live.ts';
import { ExampleTable } from '~/ui/policy/example-table.tsx';
import { useText } from '~/ui/text.ts';

/** What the form comes to before it is saved; nothing until something was typed. */
export function LivePanel({ live }: { live: Live | null }) {
  const t = useText(policyEditorText);
  return (
    <div aria-live="polite">
      {live === null ? null : (
        <Card title={t('editor.live')} lede={t('editor.live-about')}>
          {'runs' in live ? (
            <div className="stack">
              <ExampleTable
                examples={live.runs.map(({ example, actual, lines, passed }) => ({
                  ...{ zh: example.zh, en: example.en, of: example.of, expected: example.expect },
                  ...{ actual, lines, passed },
                }))}
              />
              <DifferenceTable
                differences={live.differences}
                titles={live.runs.map(({ example }) => example)}
              />
            </div>
          ) : (
            <Notice tone="warn" title={t('editor.live-wrong', live.wrong)} />
          )}
        </Card>
      )}
    </div>
  );
}
