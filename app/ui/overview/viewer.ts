import { useRouteLoaderData } from '@remix-run/react';
import type { Role } from '~/domain/institution/role.ts';

/** The role of whoever reads the page; null for nobody signed in. What a role may open is decided on the server again. */
export function useViewer(): Role | null {
  const shell = useRouteLoaderData('root') as { user: { role: Role } | null } | undefined;
  return shell?.user?.role ?? null;
}
