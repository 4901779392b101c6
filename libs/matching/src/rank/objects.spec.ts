import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Lexicon, type ObjectData } from '../lexicon/lexicon.js';
import { relateObjects } from './objects.js';

const objects = JSON.parse(
  readFileSync(join(process.cwd(), 'data', 'dictionary', 'objects.json'), 'utf8'),
) as ObjectData;
const lexicon = new Lexicon({ groups: [] }, objects, { terms: [] });
const relation = (need: string, offer: string, field = '') =>
  relateObjects(lexicon.objects(need), lexicon.objects(offer), lexicon.objects(field)).kind;

describe('objects of two texts', () => {
  it.each([
    ['仔猪断奶', '羔羊断奶', 'otherObject'],
    ['羔羊断奶', '湖羊育肥', 'shared'],
    ['牛粪处理', '烟草废弃物处理', 'otherObject'],
    ['苹果新品种', '对虾新品种', 'otherObject'],
    ['肉牛日粮', '苜蓿青贮', 'unknown'],
    ['牧草种植', '奶牛粪污还田', 'unknown'],
    ['羔羊疫病', '患者的临床护理', 'otherTrade'],
    ['固液分离机', '羊场设备', 'unknown'],
  ])('%s / %s: %s', (need, offer, kind) => {
    expect(relation(need, offer)).toBe(kind);
  });

  it('are named by the field of a need that names none, which speaks against other trades only', () => {
    expect(relation('疫病综合防治技术', '肉羊传染病防控', '肉羊奶山羊')).toBe('shared');
    expect(relation('疫病综合防治技术', '蛋鸡传染病防控', '肉羊奶山羊')).toBe('unknown');
    expect(relation('疫病综合防治技术', '患者的临床护理', '肉羊奶山羊')).toBe('otherTrade');
    expect(relation('仔猪疫病', '肉羊传染病防控', '肉羊奶山羊')).toBe('otherObject');
  });
});
