import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const demandState: Codes<Schemas['DemandView']['state']> = {
  draft: ['草稿', 'Draft', 'neutral'],
  published: ['已发布', 'Published', 'good'],
  met: ['已解决', 'Met', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  expired: ['已到期', 'Expired', 'attention'],
};

export const achievementState: Codes<Schemas['AchievementView']['state']> = {
  disclosed: ['已披露', 'Disclosed', 'neutral'],
  collected: ['已采集', 'Collected', 'neutral'],
  registered: ['已登记', 'Registered', 'going'],
  published: ['已发布', 'Published', 'good'],
  withdrawn: ['已撤回', 'Withdrawn', 'neutral'],
  transferred: ['已转化', 'Transferred', 'good'],
};

export const transferMode: Codes<Schemas['DemandView']['transferModes'][number]> = {
  transfer: ['转让', 'Assignment'],
  licence: ['许可', 'Licence'],
  equityContribution: ['作价投资', 'Equity contribution'],
  cooperation: ['合作转化', 'Joint development'],
  service: ['技术服务', 'Technical service'],
};

export const farmStage: Codes<NonNullable<Schemas['AchievementView']['farmStage']>> = {
  smallTrial: ['小试', 'Small trial'],
  regionalTrial: ['区域试验', 'Regional trial'],
  demonstration: ['示范', 'Demonstration'],
  extension: ['推广', 'Extension'],
};

export const achievementKind: Codes<NonNullable<Schemas['AchievementView']['kind']>> = {
  applied: ['应用技术', 'Applied technology'],
  basic: ['基础理论', 'Basic theory'],
  softScience: ['软科学', 'Soft science'],
};

export const organizationKind: Codes<Schemas['OrganizationView']['kind']> = {
  enterprise: ['企业', 'Enterprise'],
  cooperative: ['农民专业合作社', 'Farmers’ cooperative'],
  university: ['高校', 'University'],
  institute: ['科研院所', 'Research institute'],
  transferAgency: ['技术转移服务机构', 'Transfer agency'],
  incubator: ['孵化载体', 'Incubator'],
  cityBureau: ['市科技局', 'City science bureau'],
  countyBureau: ['县区科技局', 'County science bureau'],
  bank: ['金融机构', 'Bank'],
  evaluationAgency: ['评价机构', 'Evaluation agency'],
  insurer: ['保险机构', 'Insurer'],
  guarantor: ['担保机构', 'Guarantor'],
  village: ['村', 'Village'],
};

export const role: Codes<Schemas['MeView']['roles'][number]> = {
  enterprise: ['企业', 'Enterprise'],
  researchUnit: ['研发单位', 'Research unit'],
  broker: ['技术经纪人', 'Technology broker'],
  agencyManager: ['机构管理人员', 'Agency manager'],
  incubatorManager: ['载体管理人员', 'Incubator manager'],
  financeManager: ['金融机构人员', 'Finance manager'],
  registrar: ['登记员', 'Registrar'],
  reviewer: ['复核员', 'Reviewer'],
  rewardOfficer: ['奖补人员', 'Reward officer'],
  auditor: ['审计人员', 'Auditor'],
  countyOfficer: ['县区科技人员', 'County officer'],
  systemAdmin: ['系统管理员', 'System administrator'],
  securityAdmin: ['安全管理员', 'Security administrator'],
};

export const searchKind: Codes<Schemas['SearchHitView']['kind']> = {
  achievements: ['科技成果', 'Achievements'],
  demands: ['技术需求', 'Demands'],
  listings: ['挂牌', 'Listings'],
  institutions: ['单位', 'Institutions'],
  brokers: ['技术经纪人', 'Brokers'],
  experts: ['专家', 'Experts'],
  cases: ['优秀案例', 'Good cases'],
  policies: ['政策', 'Policies'],
};
