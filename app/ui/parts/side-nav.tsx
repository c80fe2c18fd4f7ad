import { useLocation } from '@remix-run/react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { CountBadge } from './badge.tsx';
import { drawn } from './drawn.ts';
import { type NavIcon, navIcons } from './icons.ts';
import { inner } from './inner-links.ts';

export type NavItem = {
  to: string;
  label: string;
  icon?: NavIcon | undefined;
  count?: number | undefined;
  /** Only the exact address counts as current, not the pages below it. */
  end?: boolean | undefined;
};

export type NavGroup = { label?: string | undefined; items: readonly NavItem[] };

/** The places of an area. The current one carries the seal's mark. */
export function SideNav({ groups }: { groups: readonly NavGroup[] }) {
  const t = useText(partsText);
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={t('parts.main-nav')}
      className="flex flex-col gap-5"
      {...drawn(
        groups.map((group, index) => (
          <div key={group.label ?? index}>
            {group.label ? (
              <p className="mb-1 px-3 text-xs font-semibold text-ink-faint">{group.label}</p>
            ) : null}
            <ul className="flex flex-col">
              {group.items.map((item) => (
                <li key={item.to}>
                  <Place item={item} isHere={isAt(pathname, item)} />
                </li>
              ))}
            </ul>
          </div>
        )),
      )}
    />
  );
}

/** Whether an address is that of a place, or below it where the place does not end. */
const isAt = (pathname: string, { to, end }: NavItem): boolean =>
  pathname === to || pathname === `${to}/` || (!end && pathname.startsWith(`${to}/`));

function Place({ item, isHere }: { item: NavItem; isHere: boolean }) {
  const Icon = item.icon ? navIcons[item.icon] : null;
  return (
    <a {...inner} href={item.to} className="place" aria-current={isHere ? 'page' : undefined}>
      {Icon ? <Icon /> : null}
      <span>{item.label}</span>
      {item.count ? <CountBadge count={item.count} /> : null}
    </a>
  );
}
