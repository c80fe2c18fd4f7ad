import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { readScheme } from '~/domain/policy/editor/read.ts';
import type { Entries, Typed } from '~/domain/policy/editor/value.ts';
import { type ExampleRun, runExamples } from '~/domain/policy/run-examples.ts';
import type { Scheme } from '~/domain/policy/scheme.ts';
import { type Difference, diffSchemes } from '~/domain/policy/scheme-diff.ts';

/** What the form says now: its differences and examples, or how many fields are not complete. */
export type Live =
  | { readonly wrong: number }
  | { readonly wrong: 0; readonly runs: readonly ExampleRun[]; readonly differences: readonly Difference[] };

const entriesOf = (form: FormData): Entries => {
  const entries: { [name: string]: Typed } = {};
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((each): each is string => typeof each === 'string');
    entries[name] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return entries;
};

const plain = ['nameZh', 'nameEn', 'legalBasis', 'legalBasisEn', 'jurisdiction', 'validFrom'] as const;

/** Works out a draft as its form stands, by the same rules as the server; `base` is the version that it began with. */
function workOut(scheme: Scheme, base: Scheme | null, form: FormData): Live {
  const { body, examples, problems } = readScheme(scheme.kind, entriesOf(form));
  if (problems.length > 0) return { wrong: problems.length };
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const head = Object.fromEntries(plain.map((name) => [name, text(name)]));
  const unverified = text('unverified')
    .split('\n')
    .flatMap((line) => line.trim() || []);
  const validTo = text('validTo') || null;
  const now = { ...scheme, ...head, validTo, unverified, body, examples } as unknown as Scheme;
  return { wrong: 0, runs: runExamples(now), differences: base ? diffSchemes(base, now) : [] };
}

/** Follows a form of a draft while it is filled in. Without scripts the page shows what was saved last. */
export function useLive(scheme: Scheme, base: Scheme | null) {
  const [live, setLive] = useState<Live | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const form = event.currentTarget;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setLive(workOut(scheme, base, new FormData(form))), 250);
    },
    [scheme, base],
  );
  return { live, follow };
}
