/** Codes of the city and its counties begin so (GB/T 2260, 庆阳). */
export const cityPrefix = '6210';
/** 海关国别代码 of China. */
export const china = '142';

const provinces: Readonly<Record<string, string>> = {
  '11': '北京市',
  '12': '天津市',
  '13': '河北省',
  '14': '山西省',
  '15': '内蒙古自治区',
  '21': '辽宁省',
  '22': '吉林省',
  '23': '黑龙江省',
  '31': '上海市',
  '32': '江苏省',
  '33': '浙江省',
  '34': '安徽省',
  '35': '福建省',
  '36': '江西省',
  '37': '山东省',
  '41': '河南省',
  '42': '湖北省',
  '43': '湖南省',
  '44': '广东省',
  '45': '广西壮族自治区',
  '46': '海南省',
  '50': '重庆市',
  '51': '四川省',
  '52': '贵州省',
  '53': '云南省',
  '54': '西藏自治区',
  '61': '陕西省',
  '62': '甘肃省（庆阳以外）',
  '63': '青海省',
  '64': '宁夏回族自治区',
  '65': '新疆维吾尔自治区',
  '71': '台湾省',
  '81': '香港特别行政区',
  '82': '澳门特别行政区',
};

/**
 * The place of a party in a flow matrix: a county of the city by its own code, another place of China by its province
 * (`620000`), `abroad`, or `unknown`.
 */
export function placeOf(country: string, placeCode: string | null): string {
  if (country !== china) return 'abroad';
  if (placeCode === null) return 'unknown';
  return isHere(placeCode) ? placeCode : `${placeCode.slice(0, 2)}0000`;
}

export const isHere = (place: string): boolean => place.startsWith(cityPrefix);

/** A place outside the city by name; null for a county of the city, whose name is in the catalogue. */
export function outsidePlaceName(place: string): string | null {
  if (place === 'abroad') return '境外';
  if (place === 'unknown') return '未填';
  return isHere(place) ? null : (provinces[place.slice(0, 2)] ?? place);
}

/** 输出: the seller is here. 吸纳: the buyer is here. A contract within the city is both; one of neither is `outside`. */
export const directions = { output: '输出技术', absorption: '吸纳技术' } as const;
export type Direction = keyof typeof directions;

export const directionsOf = (sellerPlace: string, buyerPlace: string): Direction[] => [
  ...(isHere(sellerPlace) ? (['output'] as const) : []),
  ...(isHere(buyerPlace) ? (['absorption'] as const) : []),
];
