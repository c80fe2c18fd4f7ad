import ts from 'typescript';
import { expect, test } from 'vitest';
import { auditActions } from '~/text/audit-action.ts';
import { isTest, placeOf, sources, walk } from './sources.ts';

/** Where an action of the log is written down as a text: `action: 'score.opened'`, `audit: 'score.opened'`. */
const names = new Set(['action', 'audit']);
const isAction = (text: string) => /^[a-z-]+\.[a-z-]+$/.test(text);

test('every action that is logged has a name in both languages', () => {
  const logged = new Set<string>();
  const unnamed: string[] = [];
  const writers = sources.filter((each) => /^(app\/(server|routes)|jobs)\//.test(each.file) && !isTest(each));
  for (const source of writers)
    walk(source.tree, (node) => {
      if (!ts.isPropertyAssignment(node) || !names.has(node.name.getText(source.tree))) return;
      if (!ts.isStringLiteral(node.initializer) || !isAction(node.initializer.text)) return;
      logged.add(node.initializer.text);
      if (!(node.initializer.text in auditActions))
        unnamed.push(`${placeOf(source, node)}: ${node.initializer.text}`);
    });
  expect(unnamed).toEqual([]);
  expect(logged.size).toBeGreaterThan(30);
});
