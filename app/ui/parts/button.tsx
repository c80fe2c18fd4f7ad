import { Link } from '@remix-run/react';
import { ArrowUpRight, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { cx } from './class-names.ts';
import { inner } from './inner-links.ts';
import { signOf } from './sign.tsx';

const looks = {
  primary: 'border-brand-700 bg-brand-700 text-white hover:border-brand-800 hover:bg-brand-800',
  secondary: 'border-edge bg-sheet text-brand-700 hover:border-brand-700 hover:bg-brand-50',
  quiet: 'border-transparent bg-transparent text-brand-700 hover:bg-brand-100',
  danger: 'border-bad bg-sheet text-bad hover:bg-bad hover:text-white',
} as const;

const sizes = {
  sm: 'min-h-8 gap-1.5 px-3 text-sm',
  md: 'min-h-(--control) gap-2 px-4 leading-tight',
  lg: 'min-h-13 gap-2.5 px-6 text-lg',
} as const;

const base =
  'no-print inline-flex items-center justify-center rounded-control border text-center font-medium py-1 ' +
  'transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress';

type Look = {
  variant?: keyof typeof looks | undefined;
  size?: keyof typeof sizes | undefined;
  icon?: LucideIcon | undefined;
  className?: string | undefined;
  children: ReactNode;
};

const face = ({ variant = 'primary', size = 'md', className }: Omit<Look, 'children'>): string =>
  cx(base, looks[variant], sizes[size], className);

function Icon({ of: shape }: { of: LucideIcon | undefined }) {
  const Shape = shape && signOf(shape);
  return Shape ? <Shape className="size-[1.15em] shrink-0" /> : null;
}

type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof Look> & { busy?: boolean | undefined };

/** A button that does something. It submits its form unless `type` says otherwise; `busy` keeps it from doing so twice. */
export function Button({ variant, size, icon, className, busy, children, ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      aria-disabled={busy || undefined}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={face({ variant, size, className })}
    >
      {busy ? <LoaderCircle aria-hidden className="size-[1.15em] animate-spin" /> : <Icon of={icon} />}
      {children}
    </button>
  );
}

type Target = { to: string; external?: boolean | undefined; download?: boolean | string | undefined };

/** The right element for a target: an inner link within the app, a router link where the address is relative, a plain anchor for files and other sites. */
function Anchor({
  to,
  external,
  download,
  className,
  children,
}: Target & { className: string; children: ReactNode }) {
  if (external || download !== undefined) {
    const elsewhere = external ? { target: '_blank', rel: 'noreferrer' } : {};
    return (
      <a href={to} className={className} download={download} {...elsewhere}>
        {children}
      </a>
    );
  }
  if (to.startsWith('/')) {
    return (
      <a {...inner} href={to} className={className}>
        {children}
      </a>
    );
  }
  return (
    <Link to={to} className={className}>
      {children}
    </Link>
  );
}

function OpensElsewhere() {
  const t = useText(partsText);
  return (
    <>
      <ArrowUpRight aria-hidden className="size-[1em] shrink-0" />
      <span className="sr-only">{t('parts.new-window')}</span>
    </>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({ to, external, download, icon, children, ...look }: Target & Look) {
  return (
    <Anchor to={to} external={external} download={download} className={face(look)}>
      <Icon of={icon} />
      {children}
      {external ? <OpensElsewhere /> : null}
    </Anchor>
  );
}

/** A link in running text or a table cell. */
export function TextLink({
  to,
  external,
  download,
  className,
  children,
}: Target & Pick<Look, 'className' | 'children'>) {
  return (
    <Anchor
      to={to}
      external={external}
      download={download}
      className={className ? cx('text-link', className) : 'text-link'}
    >
      {children}
      {external ? <OpensElsewhere /> : null}
    </Anchor>
  );
}

/** Buttons side by side; on a phone they stack at full width. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="no-print flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center max-sm:[&>*]:w-full">
      {children}
    </div>
  );
}
