import type { ServerBuild } from '@remix-run/node';
import { type Endpoint, endpointsOf, type Handler, loadBuild, openHandler } from '#tests/security/app.ts';
import { type Cell, cellsOf } from '#tests/security/cells.ts';
import { faultOf } from '#tests/security/judge.ts';
import { openWatch, type Watch } from '#tests/security/watch.ts';
import type { DatabaseUrls } from '~/cli/command.ts';

/** Every endpoint of the build that is served, crossed with every role and with own and others' rows. */
export type Matrix = {
  readonly build: ServerBuild;
  readonly handler: Handler;
  readonly watch: Watch;
  readonly endpoints: readonly Endpoint[];
  readonly cells: readonly Cell[];
};

export async function openMatrix(urls: DatabaseUrls): Promise<Matrix> {
  const build = await loadBuild();
  const watch = await openWatch(urls);
  const endpoints = endpointsOf(build);
  const cells: Cell[] = [];
  for (const endpoint of endpoints) cells.push(...(await cellsOf(watch, endpoint)));
  return { build, handler: openHandler(build), watch, endpoints, cells };
}

/** What is wrong with some cells, one after the other. */
export async function faultsIn(
  { watch, handler }: Matrix,
  cells: readonly Cell[],
  judge = faultOf,
): Promise<string[]> {
  const faults: string[] = [];
  for (const cell of cells) {
    const fault = await judge(watch, handler, cell);
    if (fault) faults.push(fault);
  }
  return faults;
}
