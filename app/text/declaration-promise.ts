import { defineText } from '~/text/define.ts';

/** The words of each version of the credit promise (信用承诺): they are part of what is signed, so they never change. */
export const promiseText = defineText({
  '2026-1': {
    'zh-CN':
      '本企业自愿申报以上信息，承诺内容真实、准确、完整，没有隐瞒和误导；同意平台与登记、税务、社会保险等部门掌握的信息核对。' +
      '以上信息未经核实，仅用于融资信用服务。如有不实，本企业接受更正，接受将失信情况记入信用承诺履行信息并按规定公开，' +
      '由此造成的后果由本企业承担。',
    en:
      'This firm declares the above of its own will and promises that it is true, accurate and complete, with nothing hidden or ' +
      'misleading. It agrees that the platform compares it with what the registration, tax and social-insurance authorities ' +
      'hold. The information is unverified and serves financing only. Should it be untrue, the firm accepts that it is put ' +
      'right and that the broken promise is recorded and published as the rules say, and bears the consequences.',
  },
});

export type PromiseVersion = keyof typeof promiseText;

export const isPromise = (version: string): version is PromiseVersion => Object.hasOwn(promiseText, version);
