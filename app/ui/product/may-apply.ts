import { useRouteLoaderData } from '@remix-run/react';
import type { House } from '~/domain/institution/role.ts';

/** Whether the reader may ask for a loan: a firm, or a visitor who may become one; nobody who works at an institution. */
export function useMayApply(): boolean {
  const shell = useRouteLoaderData('root') as { user: { house: House } | null } | undefined;
  return !shell?.user || shell.user.house === 'enterprise';
}
