import type { ProblemCode } from '~/domain/record/draft.ts';
import { defineText } from '~/text/define.ts';

/** The short name of each reason for quarantine, for lists and counts. */
export const problemNames = defineText({
  'record.date-unreadable': { 'zh-CN': '日期无法识别', en: 'Unreadable date' },
  'record.date-impossible': { 'zh-CN': '日期不存在', en: 'Impossible date' },
  'record.date-future': { 'zh-CN': '日期在未来', en: 'Date in the future' },
  'record.amount-unreadable': { 'zh-CN': '金额无法识别', en: 'Unreadable amount' },
  'record.amount-negative': { 'zh-CN': '金额为负', en: 'Negative amount' },
  'record.figure-too-large': { 'zh-CN': '数值过大', en: 'Figure too large' },
  'record.quantity-unreadable': { 'zh-CN': '数量无法识别', en: 'Unreadable quantity' },
  'record.quantity-negative': { 'zh-CN': '数量为负', en: 'Negative quantity' },
  'record.quantity-not-whole': { 'zh-CN': '数量不是整数', en: 'Quantity not whole' },
  'record.share-out-of-range': { 'zh-CN': '比率超出范围', en: 'Share out of range' },
  'record.text-too-long': { 'zh-CN': '内容过长', en: 'Text too long' },
  'record.column-count': { 'zh-CN': '列数不符', en: 'Wrong number of columns' },
  'record.firm-missing': { 'zh-CN': '未写企业', en: 'No firm named' },
  'record.firm-unreadable': { 'zh-CN': '代码无法识别', en: 'Unreadable credit code' },
  'record.firm-unknown': { 'zh-CN': '企业尚未登记', en: 'Firm not registered yet' },
  'record.value-missing': { 'zh-CN': '必填为空', en: 'Value missing' },
  'record.category-unknown': { 'zh-CN': '类别未知', en: 'Unknown category' },
  'record.industry-unknown': { 'zh-CN': '行业代码未知', en: 'Unknown industry code' },
  'record.region-unreadable': { 'zh-CN': '区划代码有误', en: 'Unreadable division code' },
  'record.key-conflict': { 'zh-CN': '记录互相矛盾', en: 'Contradicting records' },
} satisfies { readonly [C in ProblemCode]: object });
