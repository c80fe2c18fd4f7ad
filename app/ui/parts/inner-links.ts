import { useNavigate } from '@remix-run/react';
import { useEffect } from 'react';

/**
 * Marks a plain anchor to a page of ours (`<a {...inner} href="/…">`): `useInnerLinks` follows it without a reload. A page
 * with a hundred of them is drawn in half the time of as many router links, each of which works its address out anew.
 */
export const inner = { 'data-in': '' } as const;

/** The same for another view of the page: what the reader has scrolled to stays in sight. */
export const innerView = { 'data-in': 'view' } as const;

/** Follows the marked anchors of the whole page. What a browser does with a link by other keys and buttons stays its own. */
export function useInnerLinks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = followed(event);
      if (!link) return;
      event.preventDefault();
      const to = link.pathname + link.search + link.hash;
      const here = location.pathname + location.search + location.hash;
      navigate(to, {
        replace: to === here,
        preventScrollReset: link.dataset.in === innerView['data-in'],
      });
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [navigate]);
}

/** The marked anchor that a click means to open here; null where the browser, or somebody else, deals with the click. */
export function followed(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-in]') : null;
}
