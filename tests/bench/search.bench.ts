import type { SearchDocument } from '#search/documents.ts';
import { openSearch } from '#search/open-search.ts';
import type { SqlRunner } from '#search/port.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Bench, type BenchContext, compare } from './bench.ts';

const rounds = 7;
const queriesPerRound = 40;

/** Finding firms by a piece of their name, against the scan that `like '%…%'` makes of the same rows. */
export const bench: Bench = {
  name: 'search',
  async run(context) {
    const count = context.full ? 300_000 : 50_000;
    const names = context.cached(`names-${count}`, () => makeNames(count));
    await load(context, names);
    return {
      twoCharacters: { ...(await times(names, 2)), unit: 'ms', target: 0.4 },
      threeCharacters: { ...(await times(names, 3)), unit: 'ms', target: 0.4 },
      fourCharacters: { ...(await times(names, 4)), unit: 'ms', target: 0.4 },
    };
  },
};

/** Milliseconds per query, top 20 and the number of all. Both ways must find the same number. */
async function times(names: readonly string[], length: number) {
  const random = randomFrom(length);
  const pieces = Array.from({ length: queriesPerRound }, () => {
    const name = names[random(names.length)] ?? '';
    const from = random(name.length - length);
    return name.slice(from, from + length);
  });
  const found: number[][] = [[], []];
  const ours = each(
    pieces,
    async (sql, text) => (await openSearch(sql).find({ kind: 'enterprise', text })).total,
    found[0],
  );
  const plain = each(pieces, likeScan, found[1]);
  const { values, baselines } = await compare(rounds, ours, plain);
  if (String(found[0]) !== String(found[1])) throw new Error('the two ways do not find the same');
  const perQuery = (ms: number) => ms / queriesPerRound;
  return { values: values.map(perQuery), baselines: baselines.map(perQuery) };
}

type Find = (sql: SqlRunner, text: string) => Promise<number>;

const each =
  (pieces: readonly string[], find: Find, counts: number[] = []) =>
  () =>
    withActor(system('bench'), async (tx) => {
      counts.length = 0;
      for (const piece of pieces) counts.push(await find(tx, piece));
    });

async function likeScan(sql: SqlRunner, text: string): Promise<number> {
  const rows = await sql.$queryRawUnsafe<{ total: bigint }[]>(
    `select id, count(*) over () as total from search_document
     where kind = 'enterprise' and title like '%' || $1 || '%' order by length(title), id limit 20`,
    text,
  );
  return Number(rows[0]?.total ?? 0);
}

const batchSize = 5_000;

async function load({ progress, database }: BenchContext, names: readonly string[]): Promise<void> {
  const bar = progress('search', names.length);
  for (let from = 0; from < names.length; from += batchSize) {
    const batch = names.slice(from, from + batchSize);
    const documents = batch.map(
      (title, i): SearchDocument => ({
        kind: 'enterprise',
        id: String(from + i),
        title,
        body: '',
        facets: {},
      }),
    );
    await withActor(system('bench'), (tx) => openSearch(tx).write(documents));
    bar.tick(batch.length);
  }
  bar.done();
  await withClient(database.ownerUrl, (client) => client.query('vacuum analyze search_document'));
}

const places =
  '广州 深圳 济南 成都 杭州 苏州 重庆 武汉 西安 青岛 佛山 东莞 宁波 长沙 郑州 厦门 福州 合肥 南昌 昆明'.split(
    ' ',
  );
const marks = [
  ...'恒盛华鑫瑞丰泰安宏达金龙海天新源永兴嘉禾中科博远德信诚立昌隆顺通福禄祥和康宁文艺风云山河星月松柏兰竹梅菊',
  ...'春夏秋冬东南西北青红蓝白玉石水木火土江湖光明美好佳优良精品正方圆大小同心力志成功名利民国强富贵荣耀旺达',
];
const trades =
  '科技 贸易 食品 机械 电子 建材 服饰 物流 农业 环保 医疗 软件 化工 家具 包装 餐饮 印刷 纺织 光电 能源'.split(
    ' ',
  );
const forms = ['有限公司', '有限责任公司', '股份有限公司', '商行', '经营部'];

/** Names as firms bear them: place, two to four characters of their own, trade, form. */
function makeNames(count: number): string[] {
  const random = randomFrom(count);
  const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
  const own = () => Array.from({ length: 2 + random(3) }, () => pick(marks)).join('');
  return Array.from({ length: count }, () => pick(places) + own() + pick(trades) + pick(forms));
}

/** Whole numbers below a bound, the same for the same seed (a linear congruential generator). */
function randomFrom(seed: number): (below: number) => number {
  let state = (seed * 2_654_435_761) % 2 ** 32;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}
