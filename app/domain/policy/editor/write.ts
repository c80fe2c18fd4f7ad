import { bodyLayouts, exampleLayouts } from '~/domain/policy/editor/layout.ts';
import { boxOf, type Node, nameOf } from '~/domain/policy/editor/node.ts';
import { type Typed, writeValue } from '~/domain/policy/editor/value.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';

type Values = { [name: string]: Typed };
type Part = { readonly [at: string]: unknown };

/** The texts of the fields under some nodes. */
export function writeNodes(nodes: readonly Node[], value: unknown, prefix: string, into: Values): void {
  const part = (value ?? {}) as Part;
  for (const node of nodes) {
    const name = nameOf(prefix, node.at);
    const own = part[node.at];
    if (node.node === 'field') into[name] = writeValue(node, own);
    else if (node.node === 'rows')
      ((own ?? []) as readonly unknown[]).forEach((row, at) => {
        writeNodes(node.columns, row, nameOf(name, at + 1), into);
      });
    else {
      if (node.optional) into[boxOf(name)] = own === null || own === undefined ? '' : 'yes';
      writeNodes(node.nodes, own, name, into);
    }
  }
}

/** Everything that a scheme's rules and examples say, as texts of form fields by name. */
export function writeScheme({ body, examples }: Pick<Scheme, 'body' | 'examples'>): Values {
  const into: Values = { 'body/form': body.form };
  writeNodes(bodyLayouts[body.form] ?? [], body, 'body', into);
  examples.forEach((example, at) => {
    const prefix = nameOf('examples', at + 1);
    into[nameOf(prefix, 'of')] = example.of;
    writeNodes(exampleLayouts[example.of] ?? [], example, prefix, into);
  });
  return into;
}
