import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { House, Role } from '~/domain/institution/role.ts';
import type { Locale } from '~/text/define.ts';
import { shellText } from '~/text/shell.ts';
import type { ShutOutWords } from '~/text/shut-out.ts';
import { ShutOutPage } from '~/ui/institution/shut-out-page.tsx';
import { navigationFor } from '~/ui/navigation.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { FaultPage } from '~/ui/parts/fault-page.tsx';
import { useInnerLinks } from '~/ui/parts/inner-links.ts';
import { Notice } from '~/ui/parts/notice.tsx';
import { PublicShell } from '~/ui/parts/public-shell.tsx';
import { AppShell } from '~/ui/parts/shell.tsx';
import { SiteFooter } from '~/ui/public/site-footer.tsx';
import { useLocale, useText } from '~/ui/text.ts';

/** What the frame of every page shows; the root's loader reads it. */
export type ShellData = {
  readonly locale: Locale;
  readonly user: {
    readonly name: string;
    readonly organisation: string | null;
    readonly role: Role;
    readonly house: House;
  } | null;
  readonly unread: number;
  readonly flash: {
    readonly tone: 'success' | 'info' | 'warning';
    readonly message: string;
  } | null;
  readonly requestId: string;
};

const areaOf = {
  enterprise: 'enterprise',
  institution: 'bank',
  guarantor: 'bank',
  provider: 'provider',
  regulator: 'regulator',
  operator: 'operator',
} as const satisfies { [H in House]: string };

const homeOf = {
  enterprise: '/my',
  institution: '/bank',
  guarantor: '/guarantee',
  provider: '/provider',
  regulator: '/regulator',
  operator: '/operator',
} as const;

const toneOf = { success: 'good', info: 'info', warning: 'warn' } as const;

/** Rooms that belong to a house; every other page is public, also for those who are signed in. */
const roomed = /^\/(my|bank|guarantee|operator|provider|regulator|account|inbox|definitions)(\/|$)/;

/** The frame around a page: the house's navigation in its rooms, the public frame elsewhere. */
export function Frame({ shell, children }: { shell: ShellData | null; children: ReactNode }) {
  const t = useText(shellText);
  const { pathname } = useLocation();
  useInnerLinks();
  const flash = shell?.flash ? { tone: toneOf[shell.flash.tone], message: shell.flash.message } : null;
  const user = shell?.user ?? null;
  if (!user || !roomed.test(pathname))
    return (
      <PublicFrame user={user} flash={flash} bleed={pathname === '/'}>
        {children}
      </PublicFrame>
    );
  return (
    <AppShell
      area={areaOf[user.house]}
      user={{ name: user.name, org: user.organisation ?? t('app.name'), role: t(`role.${user.role}`) }}
      nav={navigationFor(user.house, user.role, t)}
      unread={shell?.unread ?? 0}
      unreadTo="/inbox"
      signOutAction="/logout"
      accountLinks={[{ to: '/account', label: t('nav.account') }]}
      flash={flash}
    >
      {children}
    </AppShell>
  );
}

type FlashShown = { readonly tone: 'good' | 'info' | 'warn'; readonly message: string } | null;

type PublicFrameProps = {
  user: ShellData['user'];
  flash: FlashShown;
  /** The landing page draws its own full-width bands. */
  bleed: boolean;
  children: ReactNode;
};

function PublicFrame({ user, flash, bleed, children }: PublicFrameProps) {
  const t = useText(shellText);
  const nav = [
    { to: '/products', label: t('public.products') },
    { to: '/catalogue', label: t('public.catalogue') },
    { to: '/how-scoring-works', label: t('public.scoring') },
    { to: '/how-matching-works', label: t('public.matching') },
  ];
  return (
    <PublicShell
      signedIn={user ? { to: homeOf[user.house], label: t('public.my-desk') } : undefined}
      signInTo="/login"
      nav={nav}
      flash={flash}
      bleed={bleed}
      footer={<SiteFooter />}
    >
      {children}
    </PublicShell>
  );
}

type Answer = { readonly status: number; readonly data: unknown } | null;

type Refused = {
  readonly refusal: { readonly code: string };
  readonly words: { readonly [L in Locale]: string };
  readonly shutOut?: { readonly [L in Locale]: ShutOutWords };
};

const refusalIn = (data: unknown): Refused | null =>
  typeof data === 'object' && data !== null && 'refusal' in data ? (data as Refused) : null;

/** The page instead of a page: a worded refusal, a missing record, or a fault with the number to quote. */
export function RefusedPage({ answer, requestId }: { answer: Answer; requestId: string | null }) {
  const locale = useLocale();
  const t = useText(shellText);
  const refused = refusalIn(answer?.data);
  if (answer?.status === 404) return <FaultPage kind="missing" />;
  if (!refused) return <FaultPage kind="fault" requestId={requestId ?? undefined} />;
  if (refused.refusal.code === 'http.forbidden') return <FaultPage kind="forbidden" />;
  if (refused.shutOut) return <ShutOutPage {...refused.shutOut[locale]} />;
  return (
    <div className="mx-auto max-w-3xl px-4 py-10">
      <Notice
        tone="refusal"
        title={refused.words[locale]}
        next={<LinkButton to="/">{t('nav.home')}</LinkButton>}
      />
    </div>
  );
}
