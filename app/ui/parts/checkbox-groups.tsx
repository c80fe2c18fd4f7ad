import { type ReactNode, useEffect, useRef, useState } from 'react';
import { partsText } from '~/text/parts.ts';
import { useText } from '~/ui/text.ts';
import { type Choice, ChoiceFace, choiceCard, tick } from './choice-field.tsx';
import { cx } from './class-names.ts';
import { FieldError, FieldHint, type FieldProps, useField } from './field.tsx';
import { typedList } from './form-scope.ts';

export type ChoiceGroup = { id: string; label: ReactNode; items: readonly Choice[] };

type CheckboxGroupsProps = Omit<FieldProps, 'label'> & {
  legend: ReactNode;
  groups: readonly ChoiceGroup[];
  defaultValue?: readonly string[] | undefined;
  columns?: 1 | 2 | undefined;
};

/** Several choices out of many, in groups that can be taken or left whole. */
export function CheckboxGroups({ legend, groups, defaultValue, columns = 2, ...rest }: CheckboxGroupsProps) {
  const field = useField({ ...rest, label: legend });
  const chosen = new Set(typedList(field.typed) ?? defaultValue ?? []);
  return (
    <fieldset
      id={field.id}
      tabIndex={-1}
      aria-describedby={field.control['aria-describedby']}
      className="flex min-w-0 flex-col gap-1.5"
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      {rest.hint ? <FieldHint id={`${field.id}-hint`}>{rest.hint}</FieldHint> : null}
      {field.errors.length > 0 ? <FieldError id={`${field.id}-error`} errors={field.errors} /> : null}
      <div className="flex flex-col gap-5">
        {groups.map((group) => (
          <Group
            key={group.id}
            name={rest.name}
            id={`${field.id}-${group.id}`}
            group={group}
            chosen={chosen}
            columns={columns}
          />
        ))}
      </div>
    </fieldset>
  );
}

type GroupProps = {
  name: string;
  id: string;
  group: ChoiceGroup;
  chosen: ReadonlySet<string>;
  columns: 1 | 2;
};

/** The boxes stay uncontrolled: the form is the state, and the group's own box only follows and sets them. */
function Group({ name, id, group, chosen, columns }: GroupProps) {
  const boxes = useRef<HTMLDivElement>(null);
  const toggle = useGroupToggle(boxes);
  const t = useText(partsText);
  return (
    <fieldset className="min-w-0">
      <legend className="w-full border-b border-line pb-1 text-sm font-semibold text-ink-soft">
        <span className="flex items-baseline justify-between gap-4">
          <span id={id}>{group.label}</span>
          {toggle.ready ? (
            <button
              type="button"
              onClick={toggle.flip}
              className="no-print min-h-6 font-normal text-brand-600 underline underline-offset-4"
            >
              {t(toggle.allTaken ? 'parts.take-none' : 'parts.take-all')}
              <span className="sr-only"> {group.label}</span>
            </button>
          ) : null}
        </span>
      </legend>
      <div
        ref={boxes}
        onChange={toggle.follow}
        className={cx('mt-2 grid gap-2', columns === 2 && 'md:grid-cols-2')}
      >
        {group.items.map((item) => {
          const itemId = `${id}-${item.value.replace(/[^\w-]/g, '-')}`;
          return (
            <label key={item.value} className={choiceCard}>
              <input
                id={itemId}
                type="checkbox"
                name={name}
                value={item.value}
                defaultChecked={chosen.has(item.value)}
                disabled={item.disabled}
                aria-describedby={item.hint ? `${itemId}-hint` : undefined}
                className={tick}
              />
              <ChoiceFace id={itemId} choice={item} />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** "Take all / none" appears only once scripts run: without them each box still works by itself. */
function useGroupToggle(boxes: React.RefObject<HTMLDivElement>) {
  const [ready, setReady] = useState(false);
  const [allTaken, setAllTaken] = useState(false);
  const open = () => [...(boxes.current?.querySelectorAll<HTMLInputElement>('input:enabled') ?? [])];
  const follow = () => setAllTaken(open().every((box) => box.checked));
  const flip = () => {
    for (const box of open()) box.checked = !allTaken;
    setAllTaken(!allTaken);
  };
  useEffect(() => {
    setReady(true);
    follow();
  }, []);
  return { ready, allTaken, follow, flip };
}
