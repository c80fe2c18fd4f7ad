import type { ProblemCode } from '~/domain/record/draft.ts';
import { defineText, type Entry } from '~/text/define.ts';

type Columns = { columns: readonly string[] };
type Found = Columns & { english?: readonly string[]; found: readonly string[] };
type Text = { text: string };

const listZh = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
const listEn = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');
const foundZh = (found: readonly string[]) => (found.length > 0 ? listZh(found.slice(0, 8)) : '没有列名');
const foundEn = (found: readonly string[]) =>
  found.length > 0 ? listEn(found.slice(0, 8)) : 'no column names';
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

const kinds = {
  zip: ['压缩包，或是已损坏、加密的 Excel 工作簿', 'a zip archive, or a damaged or protected workbook'],
  xls: ['旧版 Excel 工作簿', 'an old Excel workbook'],
  pdf: ['PDF 文件', 'a PDF'],
  binary: ['二进制文件', 'a binary file'],
} as const;
type Kind = { kind: keyof typeof kinds };

/** Why a delivery as a whole is not taken, and what to do about it. */
export const recordRefusals = defineText({
  'record.not-csv': {
    'zh-CN': ({ kind }: Kind) =>
      `这是${kinds[kind][0]}，无法读取。请在原软件中另存为 CSV 或 .xlsx 后重新报送。`,
    en: ({ kind }: Kind) =>
      `This is ${kinds[kind][1]} and cannot be read. Save it as CSV or .xlsx and deliver it again.`,
  },
  'record.empty-file': {
    'zh-CN': '文件是空的。请选择包含表头和数据的 CSV 文件。',
    en: 'The file is empty. Choose a CSV file with a header row and data.',
  },
  'record.too-large': {
    'zh-CN': ({ limit }: { limit: number }) =>
      `文件超过 ${megabytes(limit)} MB。请分批报送，或由平台数据运营用命令行接入。`,
    en: ({ limit }: { limit: number }) =>
      `The file is larger than ${megabytes(limit)} MB. Deliver it in parts, or ask the platform to take it in by command line.`,
  },
  'record.encoding-unknown': {
    'zh-CN': '无法确定文件的文字编码，为避免乱码未接收。请另存为 UTF-8，或在报送时选明 GBK/GB18030。',
    en: 'The encoding of the file cannot be told, so it was not taken: records must not be garbled. Save it as UTF-8, or declare GBK/GB 18030.',
  },
  'record.encoding-wrong': {
    'zh-CN': ({ declared }: { declared: string }) =>
      `文件内容与编码（${declared === 'auto' ? '自动识别' : declared.toUpperCase()}）不符，整份未接收。请核对编码后重新报送。`,
    en: ({ declared }: { declared: string }) =>
      `The file does not fit its encoding (${declared === 'auto' ? 'as detected' : declared.toUpperCase()}); none of it was taken. Check the encoding and deliver it again.`,
  },
  'record.csv-broken': {
    'zh-CN': ({ row }: { row: number }) =>
      `第 ${row} 行数据之后的 CSV 格式有误（通常是引号没有成对），整份未接收。请修正后重新报送。`,
    en: ({ row }: { row: number }) =>
      `The CSV is broken after data row ${row}, usually by a quote that is never closed; none of it was taken. Mend it and deliver it again.`,
  },
  'record.provider-not-found': { 'zh-CN': '没有找到这个提供方。', en: 'This provider was not found.' },
  'record.mend-no-row-column': {
    'zh-CN': '文件里没有“原文件行”列。请下载隔离记录，只改数据列，不要删去前三列，再上传。',
    en: 'The file lacks the column “Row of the file”. Download the rejects, mend the data columns, keep the first three, and upload again.',
  },
  'record.mend-repeated': {
    'zh-CN': ({ row }: { row: string }) => `原文件第 ${row} 行在上传文件里出现多次。每条记录保留一行。`,
    en: ({ row }: { row: string }) =>
      `Row ${row} stands in the file more than once. Keep one line for each record.`,
  },
  'record.mend-unknown': {
    'zh-CN': ({ rows }: { rows: readonly string[] }) =>
      `这些行不在本批次的待处理隔离记录中：${rows.join('、')}。请重新下载隔离记录后再改。`,
    en: ({ rows }: { rows: readonly string[] }) =>
      `These rows are not waiting in the quarantine of this batch: ${rows.join(', ')}. Download the rejects again and mend those.`,
  },
  'record.json-broken': {
    'zh-CN': ({ row }: { row: number }) =>
      `第 ${row} 行不是完整的 JSON 对象，整份未接收。JSON 文件须每行一个对象，不能是数组。请修正后重新报送。`,
    en: ({ row }: { row: number }) =>
      `Line ${row} is no complete JSON object; none of the file was taken. Write one object a line, not an array, and deliver it again.`,
  },
  'record.json-deep': {
    'zh-CN': ({ row, limit }: { row: number; limit: number }) =>
      `第 ${row} 行 JSON 嵌套超过 ${limit} 层，整份未接收。请每行写一个平铺的对象后重新报送。`,
    en: ({ row, limit }: { row: number; limit: number }) =>
      `Line ${row} nests JSON deeper than ${limit} levels; none of the file was taken. Write one flat object a line and deliver it again.`,
  },
  'record.line-too-long': {
    'zh-CN': ({ row, limit }: { row: number; limit: number }) =>
      `第 ${row} 行数据之后有一行超过 ${limit} 个字符或单元格（通常是引号没有成对，或丢失了换行），整份未接收。请修正后重新报送。`,
    en: ({ row, limit }: { row: number; limit: number }) =>
      `After data row ${row} a line has more than ${limit} characters or cells, usually by a quote that is never closed or line breaks that were lost; none of the file was taken. Mend it and deliver it again.`,
  },
  'record.too-many-columns': {
    'zh-CN': ({ found, limit }: { found: number; limit: number }) =>
      `表头有 ${found} 列，最多 ${limit} 列，整份未接收。请只保留需要的列后重新报送。`,
    en: ({ found, limit }: { found: number; limit: number }) =>
      `The header has ${found} columns; ${limit} are the most. None of the file was taken. Keep the columns that are needed and deliver it again.`,
  },
  'record.character-unusable': {
    'zh-CN': ({ row }: { row: number }) =>
      `第 ${row} 行含有无法保存的字符（空字符或残缺的字符），整份未接收。请删去后重新报送。`,
    en: ({ row }: { row: number }) =>
      `Row ${row} holds a character that cannot be kept (a zero character or half of one); none of the file was taken. Remove it and deliver it again.`,
  },
  'record.workbook-large': {
    'zh-CN': '工作簿解压后过大，整份未接收。请只保留数据所在的工作表，或另存为 CSV 后重新报送。',
    en: 'The workbook is too large once unpacked; none of it was taken. Keep only the sheet with the data, or save it as CSV, and deliver it again.',
  },
  'record.workbook-external': {
    'zh-CN': '工作簿里有文档类型或外部实体声明，为安全起见未接收。请在 Excel 中另存为新的 .xlsx 后重新报送。',
    en: 'The workbook declares a document type or outside entities and was not taken, to be safe. Save it as a new .xlsx in Excel and deliver it again.',
  },
  'record.archive-broken': {
    'zh-CN': '压缩文件不完整或已损坏，整份未接收。请重新压缩后报送。',
    en: 'The compressed file is incomplete or damaged; none of it was taken. Compress it again and deliver it again.',
  },
  'record.missing-columns': {
    'zh-CN': ({ columns, found }: Found) =>
      `缺少列：${listZh(columns)}。文件首行读到的是：${foundZh(found)}。请补上表头后重新报送。`,
    en: ({ columns, english, found }: Found) =>
      `Columns are missing: ${listEn(english ?? columns)}. The first row reads: ${foundEn(found)}. Add the header row and deliver it again.`,
  },
  'record.repeated-columns': {
    'zh-CN': ({ columns }: Columns) => `列名重复：${listZh(columns)}。每个列名只能出现一次。`,
    en: ({ columns }: Columns) => `Column names occur twice: ${listEn(columns)}. Each may occur once.`,
  },
  'record.item-unknown': {
    'zh-CN': ({ item }: { item: string }) => `“${item}”不在现行数据目录中，不予接收。请从目录中选择数据项。`,
    en: ({ item }: { item: string }) =>
      `“${item}” is not in the catalogue in force and is not taken. Choose an item of the catalogue.`,
  },
  'record.item-of-other': {
    'zh-CN': '这个数据项由其他部门提供，您不能报送。请选择本部门的数据项。',
    en: 'This item is supplied by another department. Choose one of your own.',
  },
  'record.item-verify-only': {
    'zh-CN': '这个数据项只提供核验，或由企业自主申报，因此不接收文件。',
    en: 'This item is only verified, or declared by the firms themselves, so no file of it is taken.',
  },
  'record.provider-unknown': {
    'zh-CN': ({ provider }: { provider: string }) => `没有代码为“${provider}”的数据提供方。`,
    en: ({ provider }: { provider: string }) => `There is no provider with the code “${provider}”.`,
  },
  'record.folder-unreadable': {
    'zh-CN': ({ folder }: { folder: string }) => `读不到文件夹 ${folder}。请检查路径和权限。`,
    en: ({ folder }: { folder: string }) =>
      `The folder ${folder} cannot be read. Check the path and its permissions.`,
  },
  'record.file-unreadable': {
    'zh-CN': ({ file }: { file: string }) => `读不到文件 ${file}。请检查路径和权限。`,
    en: ({ file }: { file: string }) =>
      `The file ${file} cannot be read. Check the path and its permissions.`,
  },
  'record.no-files': {
    'zh-CN': ({ folder, set }: { folder: string; set: string }) =>
      `${folder} 中没有 ${set} 的文件（形如 ${set}_表名*.csv.gz）。`,
    en: ({ folder, set }: { folder: string; set: string }) =>
      `${folder} holds no file of ${set} (${set}_TABLE*.csv.gz).`,
  },
  'record.what-to-ingest': {
    'zh-CN': '请给出 --dataset 与 --dir，或者 --file 与 --item。',
    en: 'Give --dataset and --dir, or --file and --item.',
  },
  'record.file-missing': {
    'zh-CN': '请选择要报送的文件。',
    en: 'Choose the file to deliver.',
  },
  'record.batch-not-found': {
    'zh-CN': '没有找到这个批次。',
    en: 'This batch was not found.',
  },
  'record.row-not-found': {
    'zh-CN': '没有找到这条隔离记录。',
    en: 'This quarantined record was not found.',
  },
  'record.item-not-found': {
    'zh-CN': '没有找到这个数据项。',
    en: 'This item was not found.',
  },
  'record.nothing-to-replay': {
    'zh-CN': '没有等待处理的隔离记录，可能已由他人重新提交。',
    en: 'No quarantined record is waiting; somebody may have sent them in again already.',
  },
});

/** Why one record lies in quarantine. */
export const recordProblems = defineText({
  'record.date-unreadable': {
    'zh-CN': ({ text }: Text) => `“${text}”不是可识别的日期，请写成 2015-08-29、2015年8月或 2015`,
    en: ({ text }: Text) => `“${text}” is no date that can be read; write 2015-08-29, 2015-08 or 2015`,
  },
  'record.date-impossible': {
    'zh-CN': ({ text }: Text) => `日历上没有“${text}”这一天或月份`,
    en: ({ text }: Text) => `The calendar has no “${text}”`,
  },
  'record.date-future': {
    'zh-CN': ({ text, today }: Text & { today: string }) => `日期“${text}”晚于接收当日 ${today}`,
    en: ({ text, today }: Text & { today: string }) =>
      `The date “${text}” lies after ${today}, the day of the delivery`,
  },
  'record.amount-unreadable': {
    'zh-CN': ({ text }: Text) => `“${text}”不是可识别的金额，请写成 1,075.00 或 1075`,
    en: ({ text }: Text) => `“${text}” is no amount that can be read; write 1,075.00 or 1075`,
  },
  'record.amount-negative': {
    'zh-CN': ({ text }: Text) => `金额“${text}”为负，此数据项不允许负数`,
    en: ({ text }: Text) => `The amount “${text}” is negative, which this item does not know`,
  },
  'record.figure-too-large': {
    'zh-CN': ({ text }: Text) => `数值“${text}”过大，请核对单位`,
    en: ({ text }: Text) => `The figure “${text}” is too large; check its unit`,
  },
  'record.quantity-unreadable': {
    'zh-CN': ({ text }: Text) => `“${text}”不是可识别的数量`,
    en: ({ text }: Text) => `“${text}” is no quantity that can be read`,
  },
  'record.quantity-negative': {
    'zh-CN': ({ text }: Text) => `数量“${text}”为负`,
    en: ({ text }: Text) => `The quantity “${text}” is negative`,
  },
  'record.quantity-not-whole': {
    'zh-CN': ({ text }: Text) => `“${text}”应为整数`,
    en: ({ text }: Text) => `“${text}” must be a whole number`,
  },
  'record.share-out-of-range': {
    'zh-CN': ({ text }: Text) => `比率“${text}”应在 0 到 1（或 0% 到 100%）之间`,
    en: ({ text }: Text) => `The share “${text}” must lie between 0 and 1, or 0 % and 100 %`,
  },
  'record.text-too-long': {
    'zh-CN': ({ length, limit }: { length: number; limit: number }) =>
      `内容有 ${length} 个字符，最多 ${limit} 个`,
    en: ({ length, limit }: { length: number; limit: number }) =>
      `The text has ${length} characters; ${limit} are the most`,
  },
  'record.column-count': {
    'zh-CN': ({ expected, found }: { expected: number; found: number }) =>
      `表头有 ${expected} 列，这一行有 ${found} 列`,
    en: ({ expected, found }: { expected: number; found: number }) =>
      `The header has ${expected} columns, this row has ${found}`,
  },
  'record.firm-missing': { 'zh-CN': '没有写明企业', en: 'The firm is not named' },
  'record.firm-unreadable': {
    'zh-CN': ({ text }: Text) => `“${text}”不是统一社会信用代码（应为 18 位，不含 I、O、S、V、Z）`,
    en: ({ text }: Text) =>
      `“${text}” is no unified social credit code: 18 characters, without I, O, S, V, Z`,
  },
  'record.firm-unknown': {
    'zh-CN': ({ text }: Text) => `登记机关尚未报送过企业 ${text}；核对代码，或待登记信息到达后重新提交`,
    en: ({ text }: Text) =>
      `No register has named the firm ${text} yet; check the code, or send the row in again once it has`,
  },
  'record.value-missing': {
    'zh-CN': '此列必填，但单元格是空的',
    en: 'This column is needed, but the cell is empty',
  },
  'record.category-unknown': {
    'zh-CN': ({ text }: Text) => `“${text}”不是此数据项的类别`,
    en: ({ text }: Text) => `“${text}” is no category of this item`,
  },
  'record.industry-unknown': {
    'zh-CN': ({ text }: Text) => `“${text}”不是 GB/T 4754-2017 的行业代码`,
    en: ({ text }: Text) => `“${text}” is no industry code of GB/T 4754-2017`,
  },
  'record.region-unreadable': {
    'zh-CN': ({ text }: Text) => `“${text}”不是 6 位行政区划代码`,
    en: ({ text }: Text) => `“${text}” is no six-digit division code`,
  },
  'record.key-conflict': {
    'zh-CN': '同一份文件对同一条记录有两种说法，请保留正确的一种，或用“记录编号”区分',
    en: 'The file describes the same record in two ways; keep the right one, or tell them apart by a “record no”',
  },
} satisfies { readonly [C in ProblemCode]: Entry });
