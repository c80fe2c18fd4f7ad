import { defineText } from '~/text/define.ts';

/** Names of banks that schemes list as their lenders (经办机构). */
export const lenderWords = defineText({
  国家开发银行: { 'zh-CN': '国家开发银行', en: 'China Development Bank' },
  中国进出口银行: { 'zh-CN': '中国进出口银行', en: 'Export-Import Bank of China' },
  中国农业发展银行: { 'zh-CN': '中国农业发展银行', en: 'Agricultural Development Bank of China' },
  中国工商银行: { 'zh-CN': '中国工商银行', en: 'Industrial and Commercial Bank of China' },
  中国农业银行: { 'zh-CN': '中国农业银行', en: 'Agricultural Bank of China' },
  中国银行: { 'zh-CN': '中国银行', en: 'Bank of China' },
  中国建设银行: { 'zh-CN': '中国建设银行', en: 'China Construction Bank' },
  交通银行: { 'zh-CN': '交通银行', en: 'Bank of Communications' },
  中国邮政储蓄银行: { 'zh-CN': '中国邮政储蓄银行', en: 'Postal Savings Bank of China' },
  招商银行: { 'zh-CN': '招商银行', en: 'China Merchants Bank' },
  上海浦东发展银行: { 'zh-CN': '上海浦东发展银行', en: 'Shanghai Pudong Development Bank' },
  中信银行: { 'zh-CN': '中信银行', en: 'China CITIC Bank' },
  中国光大银行: { 'zh-CN': '中国光大银行', en: 'China Everbright Bank' },
  华夏银行: { 'zh-CN': '华夏银行', en: 'Hua Xia Bank' },
  中国民生银行: { 'zh-CN': '中国民生银行', en: 'China Minsheng Bank' },
  广发银行: { 'zh-CN': '广发银行', en: 'China Guangfa Bank' },
  兴业银行: { 'zh-CN': '兴业银行', en: 'Industrial Bank' },
  平安银行: { 'zh-CN': '平安银行', en: 'Ping An Bank' },
  浙商银行: { 'zh-CN': '浙商银行', en: 'China Zheshang Bank' },
  恒丰银行: { 'zh-CN': '恒丰银行', en: 'Hengfeng Bank' },
  渤海银行: { 'zh-CN': '渤海银行', en: 'China Bohai Bank' },
});
