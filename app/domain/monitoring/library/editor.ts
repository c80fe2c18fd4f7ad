import { signalExampleLayout, signalLayout } from '~/domain/monitoring/library/layout.ts';
import {
  editedBody,
  type RuleKind,
  ruleKinds,
  signalExamples,
} from '~/domain/monitoring/library/signal-schema.ts';
import type { SignalBody } from '~/domain/monitoring/signal.ts';
import type { SignalExample } from '~/domain/monitoring/signal-example.ts';
import { nameOf } from '~/domain/policy/editor/node.ts';
import { type ReadScheme, readShape } from '~/domain/policy/editor/read.ts';
import type { Entries, Typed } from '~/domain/policy/editor/value.ts';
import { writeNodes } from '~/domain/policy/editor/write.ts';

/** The kind of a signal's rule; null where it has none. */
export const kindOf = ({ rule }: SignalBody): RuleKind | null => rule?.kind ?? null;

const kindIn = (entries: Entries): RuleKind | null =>
  ruleKinds.find((kind) => kind === entries['body/rule/kind']) ?? null;

/** What was typed into the editor of a signal, with everything that is wrong at its field. */
export function readSignal(entries: Entries): ReadScheme {
  const kind = kindIn(entries);
  const says = (prefix: string) =>
    Object.entries(entries).some(
      ([name, typed]) => name.startsWith(`${prefix}/`) && String(typed ?? '').trim() !== '',
    );
  return readShape(
    {
      nodes: signalLayout(kind),
      fixed: kind ? {} : { active: false, because: 'no-source-item' },
      bodySchema: editedBody(kind),
      examplesSchema: signalExamples,
      example: (prefix) => (says(prefix) ? { nodes: signalExampleLayout, fixed: {} } : null),
    },
    entries,
  );
}

/** What may have been changed of a signal. */
type Edited = {
  readonly deadlineWorkingDays: SignalBody['deadlineWorkingDays'];
  readonly active: boolean;
  readonly because?: string;
  readonly rule?: object;
};

/** A signal with what was changed of it; its family, its plan numbers and the items that it looks at stay. */
export function withEdits(body: SignalBody, changed: object): object {
  const { deadlineWorkingDays, active, because, rule } = changed as Edited;
  const { family, planNos } = body;
  if (!body.rule) return { ...body, deadlineWorkingDays };
  return {
    ...{ family, planNos, deadlineWorkingDays, active },
    ...(active ? {} : { because }),
    rule: { ...body.rule, ...rule },
  };
}

/** Everything that a signal says, as texts of form fields by name. */
export function writeSignal(body: SignalBody, examples: readonly SignalExample[]): { [name: string]: Typed } {
  const into: { [name: string]: Typed } = {};
  writeNodes(signalLayout(kindOf(body)), body, 'body', into);
  examples.forEach((example, at) => {
    writeNodes(signalExampleLayout, example, nameOf('examples', at + 1), into);
  });
  return into;
}
