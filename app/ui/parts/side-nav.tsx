import { NavLink } from '@remix-run/react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { CountBadge } from './badge.tsx';
import { cx } from './class-names.ts';
import { type NavIcon, navIcons } from './icons.ts';

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
  return (
    <nav aria-label={t('parts.main-nav')} className="flex flex-col gap-5">
      {groups.map((group, index) => (
        <div key={group.label ?? index}>
          {group.label ? (
            <p className="mb-1 px-3 text-xs font-semibold text-ink-faint">{group.label}</p>
          ) : null}
          <ul className="flex flex-col">
            {group.items.map((item) => (
              <li key={item.to}>
                <Place item={item} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Place({ item }: { item: NavItem }) {
  const Icon = item.icon ? navIcons[item.icon] : null;
  return (
    <NavLink
      to={item.to}
      end={item.end ?? false}
      className={({ isActive }) =>
        cx(
          'flex min-h-10 items-center gap-2.5 rounded-r-control border-l-3 border-transparent px-3 py-1.5 leading-snug',
          isActive
            ? 'border-seal-600 bg-sheet font-semibold text-brand-800'
            : 'text-ink-soft hover:bg-well hover:text-ink',
        )
      }
    >
      {Icon ? <Icon aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} /> : null}
      <span className="min-w-0 flex-1">{item.label}</span>
      {item.count ? <CountBadge count={item.count} /> : null}
    </NavLink>
  );
}
