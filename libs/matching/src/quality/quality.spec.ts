import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeQuality, descriptionParts, type DescriptionExamples } from './quality.js';

const examples = JSON.parse(
  readFileSync(join(process.cwd(), 'data/matching/description-examples.json'), 'utf8'),
) as DescriptionExamples;
const kinds = ['demand', 'achievement'] as const;
const missing = (kind: 'demand' | 'achievement', title: string, summary: string | null, field: string | null = null) =>
  describeQuality({ kind, title, summary, field }, examples).advice.map(({ part }) => part);

describe('the quality of a description', () => {
  it.each([
    ['a whole need', '小羊断奶后拉稀', '存栏滩羊 800 只，死亡率 12%，希望降到 5% 以下，预算 30 万元。', []],
    ['a need without a figure', '小羊断奶后拉稀', '存栏滩羊很多，断奶后死得多，愿意出预算。', ['magnitude']],
    ['a need that only names a wish', '想要好技术', '想找一项好的技术合作。', [...descriptionParts]],
    ['a need without money', '果园郁闭', '现有 32 亩老果园郁闭，优果率 45%，希望到 75%。', ['economics']],
  ])('%s', (_name, title, summary, lacks) => {
    expect(missing('demand', title, summary)).toEqual(lacks);
  });

  it.each([
    [
      'a whole achievement',
      '解决羔羊断奶腹泻的代乳粉',
      '成活率由 88% 提高到 96%，在环县两个场对照试验，每只成本 25 元。',
      [],
    ],
    ['an achievement of a title only', '新型装置', null, [...descriptionParts]],
    ['one that never was tried', '解决结蜡问题的装置', '检泵周期由 120 天延长到 320 天，成本 5 万元。', ['evidence']],
  ])('%s', (_name, title, summary, lacks) => {
    expect(missing('achievement', title, summary)).toEqual(lacks);
  });

  it('shows an example from the own industry: by the field, else by the words', () => {
    const industry = (title: string, field: string | null) =>
      describeQuality({ kind: 'demand', title, summary: null, field }, examples).industry;
    expect(industry('想要好技术', '煤炭')).toBe('煤炭');
    expect(industry('苹果树果园太密', null)).toBe('林果');
    expect(industry('想要好技术', null)).toBe('通用');
    expect(industry('油井结蜡', '说不清的领域')).toBe('石油化工');
  });

  it('gives examples that show what they are for', () => {
    for (const industry of examples.industries)
      for (const kind of kinds) {
        const whole = descriptionParts.map((part) => industry[kind][part]).join('');
        expect([industry.industry, kind, missing(kind, industry.industry, whole)]).toEqual([
          industry.industry,
          kind,
          [],
        ]);
        for (const part of descriptionParts)
          expect([industry[kind][part], missing(kind, '示例', industry[kind][part])]).toEqual([
            industry[kind][part],
            expect.not.arrayContaining([part]),
          ]);
      }
  });

  it('calls empty only what says nothing', () => {
    const empty = (title: string, summary: string | null) =>
      describeQuality({ kind: 'demand', title, summary, field: null }, examples).empty;
    expect(empty('技术', '合作')).toBe(true);
    expect(empty('旱作栽培成套技术集成', '旱作栽培成套技术集成。')).toBe(true);
    expect(empty('旱作栽培成套技术集成', null)).toBe(true);
    expect(empty('技术', '羊死得多')).toBe(false);
    expect(empty('技术', '想找一项好的技术，愿意与高校一起做。')).toBe(false);
  });
});
