import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';

/** The seal: a stone bridge whose arch and reflection close into a full moon. Drawn in a square of 32. */
export function SealMark({ className }: { className?: string | undefined }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={cx('size-8 shrink-0', className)}>
      <rect width="32" height="32" rx="4.5" className="fill-seal-600" />
      <g fill="none" stroke="#fffefb" strokeLinecap="round">
        <path d="M3.5 17.5C8.5 15.8 11.5 8.5 16 8.5s7.5 7.3 12.5 9" strokeWidth="2.4" />
        <path d="M9.2 21.2a6.8 6.8 0 0 1 13.6 0" strokeWidth="2.4" />
        <path d="M3.5 21.2h2.6M25.9 21.2h2.6" strokeWidth="2" />
        <path d="M9.9 24a6.8 6.8 0 0 0 12.2 0" strokeWidth="1.4" opacity=".8" />
      </g>
    </svg>
  );
}

type LogoProps = { onDark?: boolean | undefined; className?: string | undefined };

/** Seal and name. */
export function Logo({ onDark, className }: LogoProps) {
  const t = useText(partsText);
  return (
    <span className={cx('inline-flex items-center gap-2.5', className)}>
      <SealMark />
      <span
        className={cx(
          'font-display text-xl font-bold tracking-wide',
          onDark ? 'text-white print:text-ink' : 'text-ink',
        )}
      >
        {t('parts.brand')}
      </span>
    </span>
  );
}
