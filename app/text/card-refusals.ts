import { defineText } from '~/text/define.ts';

const quoted = (names: readonly string[]) =>
  names
    .slice(0, 12)
    .map((name) => `“${name}”`)
    .join(' ') + (names.length > 12 ? ' …' : '');

type Column = { column: string; found: readonly string[] };
type Odd = { column: string; text: string; line: number; cells: number };
type OneClass = { label: string; bad: string; rows: number; found: readonly string[] };
type Golden = { vector: number; expected: number; found: number };

/** Why a card cannot be trained, opened or used, and what to do. */
export const cardRefusals = defineText({
  'card.file-missing': {
    'zh-CN': ({ file }: { file: string }) => `找不到文件 ${file}。请检查路径。`,
    en: ({ file }: { file: string }) => `There is no file ${file}. Check the path.`,
  },
  'card.key-foreign': {
    'zh-CN': ({ keyId }: { keyId: string }) =>
      `评分卡由密钥 ${keyId} 签名，不是本平台的密钥，不再另行签名。要原样传递请直接复制文件；也可导出为 SQL 或 PMML。`,
    en: ({ keyId }: { keyId: string }) =>
      `The card is signed with key ${keyId}, which is not this platform’s, and is not signed anew. Copy the file to pass it on as it is, or export it as SQL or PMML.`,
  },
  'card.file-empty': {
    'zh-CN': ({ file }: { file: string }) => `${file} 没有数据行。需要一行列名和至少一行数据。`,
    en: ({ file }: { file: string }) => `${file} holds no rows. It needs a header and at least one row.`,
  },
  'card.file-unreadable': {
    'zh-CN': ({ file, line }: { file: string; line: number }) =>
      `${file} 第 ${line} 行附近无法读取。请另存为 UTF-8 的 CSV（可用 gzip 压缩，扩展名 .gz），每行列数与表头一致。`,
    en: ({ file, line }: { file: string; line: number }) =>
      `${file} cannot be read near line ${line}. Save it as a UTF-8 CSV (a gzipped one must end in .gz) whose rows have as many cells as the header.`,
  },
  'card.column-twice': {
    'zh-CN': ({ column }: { column: string }) => `列名“${column}”出现了两次。请改名后重试。`,
    en: ({ column }: { column: string }) => `The column name “${column}” occurs twice. Rename one of them.`,
  },
  'card.column-missing': {
    'zh-CN': ({ column, found }: Column) => `没有列“${column}”。文件中的列：${quoted(found)}`,
    en: ({ column, found }: Column) => `There is no column “${column}”. The file has: ${quoted(found)}`,
  },
  'card.unreadable-number': {
    'zh-CN': ({ column, text, line, cells }: Odd) =>
      `列“${column}”是数字列，但有 ${cells} 个单元格不是数字，例如第 ${line} 行的“${text}”。请更正，或用 --category ${column} 作为分类，或用 --exclude ${column} 排除。`,
    en: ({ column, text, line, cells }: Odd) =>
      `The column “${column}” holds numbers, but ${cells} cells are none, such as “${text}” in line ${line}. Mend them, or name it in --category ${column} or --exclude ${column}.`,
  },
  'card.not-numeric': {
    'zh-CN': ({ column }: { column: string }) => `列“${column}”不是数字，不能用于 --derive。`,
    en: ({ column }: { column: string }) =>
      `The column “${column}” does not hold numbers and cannot be used in --derive.`,
  },
  'card.one-class': {
    'zh-CN': ({ label, bad, rows, found }: OneClass) =>
      `列“${label}”的 ${rows} 个结果只有一类（坏样本的值为“${bad}”，出现的值：${quoted(found)}）。训练和评价都需要好坏两类；坏样本的值可用 --bad-value 指定。`,
    en: ({ label, bad, rows, found }: OneClass) =>
      `All ${rows} outcomes in “${label}” are of one class (bad is “${bad}”, found: ${quoted(found)}). Both goods and bads are needed; --bad-value says which value is bad.`,
  },
  'card.split-one-class': {
    'zh-CN': '划分后训练集或测试集中没有坏样本或没有好样本。数据太少：可用 --split none 全部用于训练。',
    en: 'After the split, the training or the test rows lack goods or bads. There are too few rows: --split none trains on all.',
  },
  'card.monotone-unknown': {
    'zh-CN': ({ column }: { column: string }) =>
      `--monotone 中的“${column}”不是可用作特征的数字列。请检查列名，分类列没有先后次序。`,
    en: ({ column }: { column: string }) =>
      `“${column}” in --monotone is no feature that holds numbers. Check the name; categories have no order.`,
  },
  'card.no-features': {
    'zh-CN': '没有可用作特征的列。请检查 --exclude，或用 --category 指明分类列。',
    en: 'No column can serve as a feature. Check --exclude, or name columns of categories in --category.',
  },
  'card.nothing-ranks': {
    'zh-CN': '没有一列能区分好坏，无法得到评分卡。请换用其他特征。',
    en: 'No column tells goods from bads, so there is no card. Bring other features.',
  },
  'card.not-a-card': {
    'zh-CN': ({ at }: { at: string }) =>
      `这不是评分卡文件（问题位置：${at}）。请使用 card train 生成或平台导出的文件。`,
    en: ({ at }: { at: string }) =>
      `This is no file of a card (at: ${at}). Use one that card train has written or the platform exported.`,
  },
  'card.hash-wrong': {
    'zh-CN': '评分卡内容与其哈希不符：文件被改动过。请向提供方重新索取。',
    en: 'The card does not match its hash: the file was changed. Ask for it again.',
  },
  'card.signature-wrong': {
    'zh-CN': '评分卡的签名无效：签名不属于此内容或此密钥。请向提供方重新索取。',
    en: 'The signature of the card is wrong: it belongs to another text or key. Ask for the card again.',
  },
  'card.golden-failed': {
    'zh-CN': ({ vector, expected, found }: Golden) =>
      `第 ${vector} 个校验样例应得 ${expected} 毫分，实际算得 ${found}。评分卡不能使用。`,
    en: ({ vector, expected, found }: Golden) =>
      `Golden vector ${vector} should score ${expected} milli-points but scores ${found}. The card cannot be used.`,
  },
});
