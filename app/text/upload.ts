import { defineText } from '~/text/define.ts';

type Limit = { limit: number };

/** Files that come in parts and go on after a broken connection. */
export const uploadText = defineText({
  'upload.resumable': {
    'zh-CN': '文件分段上传，网络中断后从断点继续，不必重传。',
    en: 'The file is sent in parts: after a broken connection it goes on where it stopped.',
  },
  'upload.progress': { 'zh-CN': '上传进度', en: 'Upload' },
  'upload.of': {
    'zh-CN': (sent: string, all: string, percent: number) => `${sent} / ${all}（${percent}%）`,
    en: (sent: string, all: string, percent: number) => `${sent} of ${all} (${percent} %)`,
  },
  'upload.checking': { 'zh-CN': '正在核对文件…', en: 'Checking the file…' },
  'upload.retrying': {
    'zh-CN': (seconds: number) => `连接中断，${seconds} 秒后重试，已传部分不会丢失。`,
    en: (seconds: number) => `The connection broke. Trying again in ${seconds} s; nothing sent is lost.`,
  },
  'upload.broken': {
    'zh-CN': '连接多次中断，已暂停。已传部分保存在平台，可随时继续。',
    en: 'The connection broke several times, so it rests. What was sent is kept: go on whenever you like.',
  },
  'upload.signed-out': {
    'zh-CN': '登录已失效。请重新登录，然后在“未完成的上传”中继续。',
    en: 'You are signed out. Sign in again and go on under “Unfinished uploads”.',
  },
  'upload.other-file': {
    'zh-CN': (name: string) => `请选择原来的文件“${name}”，大小须一致。`,
    en: (name: string) => `Choose the file that it began with, “${name}”, of the same size.`,
  },
  'upload.pause': { 'zh-CN': '暂停', en: 'Pause' },
  'upload.go-on': { 'zh-CN': '继续上传', en: 'Go on' },
  'upload.discard': { 'zh-CN': '放弃上传', en: 'Give it up' },
  'upload.discard-ask': {
    'zh-CN': '放弃后，已传部分立即删除，需要时从头上传。',
    en: 'What was sent is deleted at once; you would begin again.',
  },
  'upload.open.title': { 'zh-CN': '继续上传', en: 'Go on with an upload' },
  'upload.open.lede': {
    'zh-CN': '选择原来的文件，从断点继续。内容会在最后按 SHA-256 核对。',
    en: 'Choose the file that it began with. It goes on where it stopped, and its SHA-256 is checked at the end.',
  },
  'upload.open.list': { 'zh-CN': '未完成的上传', en: 'Unfinished uploads' },
  'upload.file': { 'zh-CN': '文件', en: 'File' },
  'upload.item': { 'zh-CN': '数据项', en: 'Item' },
  'upload.began': { 'zh-CN': '开始于', en: 'Began' },
  'upload.expires': { 'zh-CN': '自动清理', en: 'Given up on' },
  'upload.finished': { 'zh-CN': '这个文件已全部收到。', en: 'This file was received as a whole.' },
  'upload.see-batch': { 'zh-CN': '查看批次', en: 'See the batch' },
  'upload.ended': {
    'zh-CN': '这次上传已放弃或已过期，已传部分已删除。',
    en: 'This upload was given up or forgotten; what was sent is deleted.',
  },
  'upload.again': { 'zh-CN': '重新报送', en: 'Deliver again' },
});

export const uploadRefusals = defineText({
  'record.upload-not-found': { 'zh-CN': '没有找到这次上传。', en: 'This upload was not found.' },
  'record.upload-ended': {
    'zh-CN': '这次上传已经结束，不能再添加。请重新开始。',
    en: 'This upload has ended and takes nothing more. Begin another one.',
  },
  'record.upload-offset': {
    'zh-CN': ({ offset }: { offset: number }) => `分段的起点不对。请从第 ${offset} 字节继续。`,
    en: ({ offset }: { offset: number }) =>
      `The part does not begin where the file ends. Go on from byte ${offset}.`,
  },
  'record.part-empty': {
    'zh-CN': '分段是空的。请发送文件内容。',
    en: 'The part is empty. Send bytes of the file.',
  },
  'record.part-too-large': {
    'zh-CN': ({ limit }: Limit) => `分段过大，这里最多 ${limit} 字节。请按此大小切分。`,
    en: ({ limit }: Limit) => `The part is too large: ${limit} bytes at most here. Cut the file accordingly.`,
  },
  'record.upload-incomplete': {
    'zh-CN': ({ offset, bytes }: { offset: number; bytes: number }) =>
      `文件还没有传完：共 ${bytes} 字节，已收到 ${offset} 字节。请继续上传。`,
    en: ({ offset, bytes }: { offset: number; bytes: number }) =>
      `The file is not complete: ${offset} of ${bytes} bytes are here. Go on.`,
  },
  'record.upload-altered': {
    'zh-CN': '收到的内容与原文件不一致（SHA-256 不符），已放弃。请重新报送，上传期间不要改动文件。',
    en: 'What arrived differs from the file (its SHA-256 does not fit) and was given up. Deliver it again and leave the file alone meanwhile.',
  },
  'record.uploads-open': {
    'zh-CN': ({ limit }: Limit) => `未完成的上传已有 ${limit} 个。请先继续或放弃其中一些。`,
    en: ({ limit }: Limit) =>
      `${limit} uploads are unfinished. Go on with some of them or give them up first.`,
  },
});

/** What is said after a command. */
export const uploadFlashes = defineText({
  'upload.discarded': {
    'zh-CN': '上传已放弃，已传部分已删除。',
    en: 'The upload was given up; what was sent is deleted.',
  },
});
