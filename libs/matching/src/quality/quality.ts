/** What a good description says: the trouble, by how much, what shows it, what it costs or brings. */
export const descriptionParts = ['problem', 'magnitude', 'evidence', 'economics'] as const;
export type DescriptionPart = (typeof descriptionParts)[number];

export type DescriptionKind = 'demand' | 'achievement';

export interface Description {
  readonly kind: DescriptionKind;
  readonly title: string;
  readonly summary: string | null;
  readonly field: string | null;
}

type Examples = Readonly<Record<DescriptionPart, string>>;

interface Industry {
  readonly industry: string;
  /** Words of a field or a text that lead here. */
  readonly aliases: readonly string[];
  readonly demand: Examples;
  readonly achievement: Examples;
}

/** Data of data/matching/description-examples.json. */
export interface DescriptionExamples {
  readonly industries: readonly Industry[];
  readonly general: Industry;
}

export interface Advice {
  readonly part: DescriptionPart;
  readonly text: string;
  /** How others of the same industry say it. */
  readonly example: string;
}

export interface QualityReport {
  /** Parts that are there, of four. */
  readonly present: readonly DescriptionPart[];
  readonly advice: readonly Advice[];
  /** The industry whose examples are shown. */
  readonly industry: string;
  /** How others of that industry begin: the trouble and by how much. */
  readonly example: string;
  /** Says nothing that somebody else could judge: none of the four parts, and no text of its own. */
  readonly empty: boolean;
}

/**
 * Signs of each part in a Chinese text, of general kind: a number with its unit, words of comparison, of trial, of money.
 * A hint for the author, no judge: what is there in other words costs him one look.
 */
const quantity =
  /[\d０-９〇零一二三四五六七八九十百千万两半几]+(?:\.\d+)?\s*(?:%|％|‰|个百分点|倍|成(?!果|本|熟|功|活)|[a-zA-Zμ℃°]+(?:\/[a-zA-Z]+)?|天|日|月|年|小时|分钟|秒|只|头|亩|公顷|吨|公斤|斤|克|千克|米|毫米|厘米|公里|口|台|个月|个工|座|套|户|株|批|人|次|升|立方米|度)/;
const comparison =
  /提高|提升|增加|增长|增产|降低|降到|降至|下降|减少|缩短|延长|达到|不低于|不高于|不超过|以上|以下|以内|由.{1,12}到|从.{1,12}到|比.{1,12}(?:高|低|多|少|快)|节约|节省|控制在|保持在|[延升增长压]到|希望.{0,6}\d/;

const signs: Readonly<Record<DescriptionKind, Readonly<Record<DescriptionPart, (text: string) => boolean>>>> = {
  demand: {
    problem: (text) =>
      /(?:死|坏|烂|病|虫|霉|堵|裂|漏|慢|难|差|低|少|缺|贵|脏|臭|超标|损失|损耗|浪费|不足|不够|不齐|不稳|不能|不会|不透|频繁|返修|腹泻|拉稀|郁闭|污染|瓶颈|问题|困扰|亏|减产|退化|褐变|结蜡|底鼓|老化|破碎|残留|掉|重|怕)/.test(
        text,
      ),
    magnitude: (text) => quantity.test(text) && (comparison.test(text) || /率|量|重|产|[%％]/.test(text)),
    evidence: (text) =>
      /(?:存栏|登记|种植|面积|规模|现有|日产|年产|日处理|年处理|装机|在产|记录|台账|检测|监测|数据|报告|调查|近[一二两三四五\d]年|连续|多年|\d{4}\s*年)/.test(
        text,
      ),
    economics: (text) =>
      /(?:[\d.万]+\s*元|万元|成本|费用|投入|预算|损失.{0,8}元|价格|收入|利润|效益|工钱|差价)/.test(text),
  },
  achievement: {
    problem: (text) =>
      /(?:解决|针对|克服|避免|防止|防治|防控|降低.{0,12}(?:死亡|损失|病|污染|能耗)|难题|问题|不足|用于|适用于|适合|替代)/.test(
        text,
      ),
    magnitude: (text) => quantity.test(text) && (comparison.test(text) || /率|量|产|[%％]/.test(text)),
    evidence: (text) =>
      /(?:试验|中试|小试|示范|推广|应用于|运行|检测|鉴定|评价|报告|标准|专利|测产|对照|验收|样机|用户|(?:在|于).{2,14}(?:县|区|市|场|厂|矿|基地|企业|合作社))/.test(
        text,
      ),
    economics: (text) =>
      /(?:[\d.万]+\s*元|万元|成本|费用|单价|增收|节约|节省|投资|回收期|利润|效益|价格|产值)/.test(text),
  },
};

const advices: Readonly<Record<DescriptionKind, Readonly<Record<DescriptionPart, string>>>> = {
  demand: {
    problem: '请写明麻烦出在哪里：什么对象、哪个环节、坏成什么样。',
    magnitude: '请写明现在是多少、希望到多少，别人才能判断自己做不做得到。',
    evidence: '请写明规模、从什么时候开始，以及手头的记录或检测数据。',
    economics: '请写明现在损失多少钱、愿意投入多少，便于对方按预算准备方案。',
  },
  achievement: {
    problem: '请写明解决谁的什么问题，企业多半按自己的麻烦来找。',
    magnitude: '请写明比现有做法好多少，最好是前后两个数字。',
    evidence: '请写明在哪里、多大规模、多长时间试过，以及检测或鉴定报告。',
    economics: '请写明用起来要多少钱、能增收或节约多少。',
  },
};

const leastLength = 10;

export function describeQuality(description: Description, examples: DescriptionExamples): QualityReport {
  const text = `${description.title}\n${description.summary ?? ''}`.normalize('NFKC');
  const present = descriptionParts.filter((part) => signs[description.kind][part](text));
  const industry = industryOf(description, examples);
  const advice = descriptionParts
    .filter((part) => !present.includes(part))
    .map((part) => ({
      part,
      text: advices[description.kind][part],
      example: industry[description.kind][part],
    }));
  const { problem, magnitude } = industry[description.kind];
  const empty = present.length === 0 && ownText(description).length < leastLength;
  return { present, advice, industry: industry.industry, example: problem + magnitude, empty };
}

/** The summary without what only repeats the title. */
const ownText = ({ title, summary }: Description): string =>
  (summary ?? '')
    .split(title.trim())
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** By its field, else by the industry whose words stand most often in the text. */
function industryOf({ title, summary, field }: Description, { industries, general }: DescriptionExamples): Industry {
  const named =
    field === null ? undefined : industries.find(({ aliases }) => aliases.some((alias) => field.includes(alias)));
  if (named) return named;
  const text = `${title}${title}${summary ?? ''}`;
  const counted = industries
    .map((industry) => ({
      industry,
      hits: industry.aliases.reduce((sum, alias) => sum + text.split(alias).length - 1, 0),
    }))
    .sort((a, b) => b.hits - a.hits);
  return counted[0] && counted[0].hits > 0 ? counted[0].industry : general;
}
