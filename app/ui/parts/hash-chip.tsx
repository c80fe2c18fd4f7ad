import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';

type HashChipProps = {
  value: string;
  /** What the code is, for screen readers and the copy button. */
  label: string;
  /** Digits shown at each end; 0 shows all. */
  keep?: number | undefined;
};

/** A hash, number or code in full or shortened in the middle, with a copy button once scripts run. */
export function HashChip({ value, label, keep = 8 }: HashChipProps) {
  const t = useText(partsText);
  const [state, setState] = useState<'static' | 'ready' | 'copied'>('static');
  // Browsers offer the clipboard on secure origins only.
  useEffect(() => setState(navigator.clipboard ? 'ready' : 'static'), []);
  const shortened = keep > 0 && value.length > keep * 2 + 1;
  const copy = () => navigator.clipboard.writeText(value).then(() => setState('copied'));
  return (
    <span className="inline-flex max-w-full items-center rounded-control border border-line bg-well align-middle text-sm">
      <code
        title={value}
        className={cx('num min-w-0 px-2 py-0.5 font-mono break-all', shortened && 'print:hidden')}
      >
        {shortened ? `${value.slice(0, keep)}…${value.slice(-keep)}` : value}
      </code>
      {shortened ? (
        <code aria-hidden className="hidden px-2 font-mono break-all print:inline">
          {value}
        </code>
      ) : null}
      {state === 'static' ? null : (
        <button
          type="button"
          onClick={copy}
          className="no-print flex size-7 shrink-0 items-center justify-center border-l border-line hover:bg-brand-100"
        >
          {state === 'copied' ? (
            <Check aria-hidden className="size-3.5" />
          ) : (
            <Copy aria-hidden className="size-3.5" />
          )}
          <span className="sr-only" role="status">
            {state === 'copied' ? t('parts.copied') : `${t('parts.copy')} ${label}`}
          </span>
        </button>
      )}
    </span>
  );
}
