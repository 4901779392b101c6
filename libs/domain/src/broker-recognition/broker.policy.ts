import type { LocalDate } from '../calendar/local-date.js';

/** 初级技术经纪人, 中级技术经纪人, 高级技术经理人. */
export const brokerGrades = ['junior', 'intermediate', 'senior'] as const;
export type BrokerGrade = (typeof brokerGrades)[number];

/** As 火炬中心's syllabus of 2020 names its three levels; no national occupational standard was found. */
export const brokerGradeTitles: Readonly<Record<BrokerGrade, string>> = {
  junior: '初级技术经纪人',
  intermediate: '中级技术经纪人',
  senior: '高级技术经理人',
};
export const brokerGradeSource = '科技部火炬中心《国家技术转移专业人员能力等级培训大纲（试行）》（2020）的三个等级';

/** What a recognition asks for, of one time. */
export interface BrokerPolicy {
  readonly id: string;
  readonly source: string;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo: LocalDate | null;
  /** Confirmed hours of training within the window before the examination. */
  readonly requiredHours: Readonly<Record<BrokerGrade, number>>;
  readonly hoursWindowYears: number;
  /** Confirmed hours for each year of the recognition that is renewed. */
  readonly continuingHoursPerYear: number;
  readonly validityYears: number;
  /** Of 100. */
  readonly casebookPassScore: number;
  /** Two sheets that differ by more ask for a third. */
  readonly casebookMaxSpread: number;
  readonly noticeDays: number;
  /** Reminders before the last day, largest first. */
  readonly remindDaysBefore: readonly number[];
}

export const brokerPolicies: readonly BrokerPolicy[] = [
  {
    id: 'broker-2020',
    // The plan says who recognizes and how many, not how; no Gansu or Qingyang rule of recognition was found.
    source: '平台暂定：方案只定由科技部门认定，未定学时、考核与期限，由科技主管部门另行规定后替换',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    requiredHours: { junior: 24, intermediate: 48, senior: 72 },
    hoursWindowYears: 3,
    continuingHoursPerYear: 8,
    validityYears: 3,
    casebookPassScore: 60,
    casebookMaxSpread: 20,
    noticeDays: 7,
    remindDaysBefore: [90, 30, 7],
  },
];

/** The plan's own words and the two ways they can be read. */
export const brokerTarget = {
  least: 30,
  wording: '科技部门认定的职业技术经纪人达到30人以上',
  source: '庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）三-2；附表1第5项',
  readings: {
    recognized: '认定有效（已认定、在有效期内、未暂停）的人数，一人只计一次',
    affiliated: '其中现在已核验的技术转移服务机构执业的人数（附表1把本项列于“转移机构”，“职业”可读作以此为业）',
  },
} as const;

export function brokerPolicyOn(day: LocalDate): BrokerPolicy {
  const found = brokerPolicies.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  );
  if (!found) throw new Error(`no broker policy on ${day}`);
  return found;
}
