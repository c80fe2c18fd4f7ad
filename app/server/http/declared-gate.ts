import type { Gate } from '~/server/http/authorise.ts';

const gate = Symbol.for('xinqiao.gate');

/** What a loader or action declared: one gate, or one for each intent of a page with several forms. */
export type DeclaredGate = Gate | { readonly [intent: string]: DeclaredGate | undefined };

/** Makes the gate of a loader or action readable, so that the security matrix is generated and not maintained. */
export const declareGate = <F extends object>(declared: DeclaredGate, run: F): F =>
  Object.assign(run, { [gate]: declared });

/** The same for a table of commands by intent. */
export const declareGates = <F extends object>(table: { readonly [intent: string]: object }, run: F): F =>
  declareGate(Object.fromEntries(Object.entries(table).map(([intent, each]) => [intent, gateOf(each)])), run);

/** The gate that a loader or action declared; undefined for a function that was not made by `view` or `command`. */
export const gateOf = (run: object): DeclaredGate | undefined => (run as { [gate]?: DeclaredGate })[gate];
