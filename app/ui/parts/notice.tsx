import {
  ArrowRight,
  CircleAlert,
  CircleCheck,
  Hand,
  Info,
  type LucideIcon,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';

export type NoticeTone = 'info' | 'good' | 'warn' | 'bad' | 'refusal';

const looks: Record<NoticeTone, { icon: LucideIcon; box: string; mark: string }> = {
  info: { icon: Info, box: 'border-info-line border-l-info bg-info-wash', mark: 'text-info' },
  good: { icon: CircleCheck, box: 'border-good-line border-l-good bg-good-wash', mark: 'text-good' },
  warn: { icon: TriangleAlert, box: 'border-warn-line border-l-warn bg-warn-wash', mark: 'text-warn' },
  bad: { icon: CircleAlert, box: 'border-bad-line border-l-bad bg-bad-wash', mark: 'text-bad' },
  refusal: { icon: Hand, box: 'border-alert-line border-l-alert bg-alert-wash', mark: 'text-alert' },
};

type NoticeProps = {
  tone: NoticeTone;
  title: ReactNode;
  children?: ReactNode;
  /** What the reader can do now; a refusal always has one. */
  next?: ReactNode;
  /** Announced to screen readers as it appears: outcomes of an action, not standing remarks. */
  live?: boolean | undefined;
  className?: string | undefined;
};

/** A remark that matters: standing information, the outcome of an action, or a refusal with the way on. */
export function Notice({ tone, title, children, next, live, className }: NoticeProps) {
  const t = useText(partsText);
  const { icon: Icon, box, mark } = looks[tone];
  const role = live ? (tone === 'bad' || tone === 'refusal' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} className={cx('flex gap-3 rounded-sheet border border-l-4 px-4 py-3.5', box, className)}>
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', mark)} strokeWidth={1.9} />
      <div className="min-w-0 flex-1">
        <p className={cx('font-semibold', mark)}>
          <span className="sr-only">{t(`parts.tone-${tone}`)}</span>
          {title}
        </p>
        {children ? <div className="measure mt-1 text-ink">{children}</div> : null}
        {next ? (
          <div className="mt-2.5 flex flex-wrap items-baseline gap-x-2 gap-y-1 border-t border-current/15 pt-2.5">
            <span className="inline-flex items-center gap-1 text-sm font-semibold text-ink">
              <ArrowRight aria-hidden className="size-4" />
              {t('parts.next')}
            </span>
            <div className="min-w-0">{next}</div>
          </div>
        ) : null}
      </div>
    </div>
  );
}
