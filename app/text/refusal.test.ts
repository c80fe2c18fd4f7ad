import { expect, test } from 'vitest';
import { defineText } from '~/text/define.ts';
import { wordRefusal } from '~/text/refusal.ts';

const table = defineText({
  'x.unreadable': {
    'zh-CN': ({ text, names }: { text: string; names: string[] }) => `“${text}”读不懂：${names.join('、')}`,
    en: ({ text }: { text: string }) => `“${text}” cannot be read`,
  },
});
const worded = (text: string, names: string[] = []) =>
  wordRefusal(table, { code: 'x.unreadable', text, names } as { code: string }, 'zh-CN');

test('what somebody sent is quoted in characters that are seen, and short', () => {
  expect(worded('1,2', ['金额'])).toBe('“1,2”读不懂：金额');
  expect(worded('a\u202eb\u0000c', ['d\u2066'])).toBe('“a\ufffdb\ufffdc”读不懂：d\ufffd');
  expect(worded('银'.repeat(5_000)).length).toBeLessThan(220);
  expect(worded(`${'a'.repeat(199)}😀`)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
