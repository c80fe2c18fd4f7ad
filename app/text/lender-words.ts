import { defineText } from '~/text/define.ts';

const bank = (zh: string, en: string) => ({ [zh]: { 'zh-CN': zh, en } });

/** Names of banks that schemes list as their lenders (经办机构). */
export const lenderWords = defineText({
  ...bank('国家开发银行', 'China Development Bank'),
  ...bank('中国进出口银行', 'Export-Import Bank of China'),
  ...bank('中国农业发展银行', 'Agricultural Development Bank of China'),
  ...bank('中国工商银行', 'Industrial and Commercial Bank of China'),
  ...bank('中国农业银行', 'Agricultural Bank of China'),
  ...bank('中国银行', 'Bank of China'),
  ...bank('中国建设银行', 'China Construction Bank'),
  ...bank('交通银行', 'Bank of Communications'),
  ...bank('中国邮政储蓄银行', 'Postal Savings Bank of China'),
  ...bank('招商银行', 'China Merchants Bank'),
  ...bank('上海浦东发展银行', 'Shanghai Pudong Development Bank'),
  ...bank('中信银行', 'China CITIC Bank'),
  ...bank('中国光大银行', 'China Everbright Bank'),
  ...bank('华夏银行', 'Hua Xia Bank'),
  ...bank('中国民生银行', 'China Minsheng Bank'),
  ...bank('广发银行', 'China Guangfa Bank'),
  ...bank('兴业银行', 'Industrial Bank'),
  ...bank('平安银行', 'Ping An Bank'),
  ...bank('浙商银行', 'China Zheshang Bank'),
  ...bank('恒丰银行', 'Hengfeng Bank'),
  ...bank('渤海银行', 'China Bohai Bank'),
});
