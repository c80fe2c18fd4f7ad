import { useEffect, useRef } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { controlId, type FormErrors } from './form-scope.ts';

type ErrorSummaryProps = { errors: FormErrors; scopeId?: string | undefined };

/** Every error of a form on top of it, each a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors, scopeId = 'f' }: ErrorSummaryProps) {
  const t = useText(partsText);
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(errors).flatMap(([name, sentences]) =>
    (sentences ?? []).map((sentence) => ({ name, sentence })),
  );
  const signature = found.map((f) => f.name + f.sentence).join('\n');
  useEffect(() => {
    if (signature) box.current?.focus();
  }, [signature]);
  if (found.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={`${scopeId}-errors`}
      className="rounded-sheet border border-bad-line border-l-4 border-l-bad bg-bad-wash px-5 py-4"
    >
      <h2 id={`${scopeId}-errors`} className="font-semibold text-bad">
        {t('parts.error-title', found.length)}
      </h2>
      <ul className="mt-2 flex flex-col gap-1">
        {found.map(({ name, sentence }) => (
          <li key={name + sentence}>
            {name ? (
              <a
                href={`#${controlId(scopeId, name)}`}
                className="font-medium text-bad underline underline-offset-4 hover:decoration-2"
              >
                {sentence}
              </a>
            ) : (
              <span className="font-medium text-bad">{sentence}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
