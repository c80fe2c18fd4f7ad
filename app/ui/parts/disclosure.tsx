import { useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

type DisclosureProps = {
  /** What is seen while closed; becomes the summary's accessible name. */
  summary: ReactNode;
  summaryClassName?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/**
 * A native details element that opens without scripts; with them it also closes on Escape, on a click elsewhere and
 * after a navigation. Used for menus: a list of links needs no application roles.
 */
export function Disclosure({ summary, summaryClassName, className, children }: DisclosureProps) {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [key]);
  useEffect(() => closeOnLeaving(box.current), []);
  return (
    <details ref={box} className={className}>
      <summary className={summaryClassName}>{summary}</summary>
      {children}
    </details>
  );
}

/** Wires Escape and outside clicks; returns the way to unwire them. */
function closeOnLeaving(details: HTMLDetailsElement | null) {
  if (!details) return;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  };
  const onClick = (event: MouseEvent) => {
    if (details.open && !details.contains(event.target as Node)) details.open = false;
  };
  document.addEventListener('keydown', onKey);
  document.addEventListener('click', onClick);
  return () => {
    document.removeEventListener('keydown', onKey);
    document.removeEventListener('click', onClick);
  };
}
