import { boxOf, type GroupNode, type Node, nameOf } from '~/domain/policy/editor/node.ts';
import type { Entries } from '~/domain/policy/editor/value.ts';
import { labelOf, policyEditorText } from '~/text/policy-editor.ts';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { RowsField } from '~/ui/policy/editor/rows-field.tsx';
import { ValueField } from '~/ui/policy/editor/value-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type NodesProps = { readonly nodes: readonly Node[]; readonly prefix: string; readonly values: Entries };

/** The fields under some nodes: short ones side by side where there is room, lists and parts below. */
export function Nodes({ nodes, prefix, values }: NodesProps) {
  return (
    <div className="grid items-end gap-x-6 gap-y-4 sm:grid-cols-2">
      {nodes.map((node) => {
        const name = nameOf(prefix, node.at);
        if (node.node === 'field')
          return (
            <div key={name} className={isWide(node) ? 'sm:col-span-2' : undefined}>
              <ValueField node={node} name={name} value={values[name]} />
            </div>
          );
        return (
          <div key={name} className="sm:col-span-2">
            {node.node === 'rows' ? (
              <RowsField node={node} name={name} values={values} />
            ) : (
              <Part node={node} name={name} values={values} />
            )}
          </div>
        );
      })}
    </div>
  );
}

const isWide = ({ kind }: { kind: string }) => ['choices', 'codes', 'pairs', 'proven'].includes(kind);

/** A part of the rules; one that a scheme may lack shows its fields once its box is ticked, also without scripts. */
function Part({ node, name, values }: { node: GroupNode; name: string; values: Entries }) {
  const t = useText(policyEditorText);
  const label = labelOf(node.at, useLocale());
  if (!node.optional)
    return (
      <FieldGroup legend={label} name={name}>
        <Nodes nodes={node.nodes} prefix={name} values={values} />
      </FieldGroup>
    );
  return (
    <FieldGroup legend={label} name={name}>
      <div className="group/part flex flex-col gap-4">
        <CheckboxField
          name={boxOf(name)}
          label={t('editor.has', label)}
          defaultChecked={values[boxOf(name)] === 'yes'}
        />
        <div className="hidden border-l-3 border-line pl-4 group-has-[>div>div>input:checked]/part:block">
          <Nodes nodes={node.nodes} prefix={name} values={values} />
        </div>
      </div>
    </FieldGroup>
  );
}
