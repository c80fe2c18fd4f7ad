import {
  Check,
  CircleAlert,
  CircleHelp,
  type LucideIcon,
  OctagonAlert,
  TriangleAlert,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx, type Tone, toneClasses } from './class-names.ts';
import { signOf } from './sign.tsx';

type BadgeProps = {
  tone?: Tone | undefined;
  icon?: LucideIcon | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A state in one or two words. The words carry the meaning; colour and icon only help. */
export function Badge({ tone = 'mute', icon, className, children }: BadgeProps) {
  const Icon = icon && signOf(icon, 2.25);
  return (
    <span className={cx('badge', toneClasses[tone], className)}>
      {Icon ? <Icon className="size-3.5 shrink-0" /> : null}
      {children}
    </span>
  );
}

export type GradeLetter = 'A+' | 'A' | 'B' | 'C' | 'D';

const gradeLooks = {
  'A+': 'bg-brand-800 text-white border-brand-800',
  A: 'bg-brand-600 text-white border-brand-600',
  B: 'bg-brand-100 text-brand-800 border-brand-300',
  C: 'bg-warn-wash text-warn border-warn-line',
  D: 'bg-alert-wash text-alert border-alert-line',
} as const satisfies Record<GradeLetter, string>;

type GradeBadgeProps = { grade: GradeLetter | null; size?: 'sm' | 'md' | 'lg' | undefined };

const gradeSizes = {
  sm: 'h-6 min-w-8 px-1.5 text-sm',
  md: 'h-8 min-w-10 px-2 text-base',
  lg: 'h-14 min-w-16 px-3 text-3xl',
} as const;

/** The credit grade; null is "information insufficient", which is no bad grade and must not look like one. */
export function GradeBadge({ grade, size = 'sm' }: GradeBadgeProps) {
  const t = useText(partsText);
  if (grade === null) {
    return (
      <Badge icon={CircleHelp} className="border-dashed">
        {t('parts.grade-none')}
      </Badge>
    );
  }
  return (
    <span
      className={cx(
        'num inline-flex items-center justify-center rounded-control border font-semibold',
        gradeSizes[size],
        gradeLooks[grade],
      )}
    >
      <span aria-hidden>{grade}</span>
      <span className="sr-only">{t('parts.grade', grade)}</span>
    </span>
  );
}

export type Severity = 'yellow' | 'orange' | 'red';

const severityLooks = {
  yellow: { tone: 'warn', icon: CircleAlert },
  orange: { tone: 'alert', icon: TriangleAlert },
  red: { tone: 'bad', icon: OctagonAlert },
} as const;

/** How serious a warning is: three shapes, three words, three colours. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useText(partsText);
  const { tone, icon } = severityLooks[severity];
  return (
    <Badge tone={tone} icon={icon}>
      <span className="sr-only">{t('parts.severity')}</span>
      {t(`parts.severity-${severity}`)}
    </Badge>
  );
}

export type Verdict = 'pass' | 'fail' | 'unknown';

const verdictLooks = {
  pass: { tone: 'good', icon: Check },
  fail: { tone: 'bad', icon: X },
  unknown: { tone: 'mute', icon: CircleHelp },
} as const;

/** The outcome of one rule. Unknown is not a failure: a consent or a record would decide it. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const t = useText(partsText);
  const { tone, icon } = verdictLooks[verdict];
  return (
    <Badge tone={tone} icon={icon}>
      {t(`parts.verdict-${verdict}`)}
    </Badge>
  );
}

/** A small count beside a name: unread, open, waiting. Nothing is shown for none. */
export function CountBadge({ count, className }: { count: number; className?: string | undefined }) {
  if (count <= 0) return null;
  return (
    <span
      className={cx(
        'num inline-flex min-w-5 items-center justify-center rounded-full bg-brand-700 px-1.5 text-xs font-semibold leading-5 text-white',
        className,
      )}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}
