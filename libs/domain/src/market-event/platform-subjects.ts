import type { EventSubject, EventVerb } from './verbs.js';

const verbs = (text: string): readonly EventVerb[] => text.split(' ') as EventVerb[];

/** Subjects of the four platforms in depth. */
export const platformSubjects: readonly EventSubject[] = [
  {
    kind: 'achievementRegistration',
    title: '成果登记',
    verbs: verbs('create submit withdraw accept return refuse revoke'),
    publicStates: ['registered', 'revoked'],
  },
  { kind: 'registrationFormChange', title: '成果登记变更', verbs: verbs('create approve refuse') },
  { kind: 'transferReport', title: '转化年度报告', verbs: verbs('create submit accept return') },
  { kind: 'fundedProject', title: '财政科技项目', verbs: verbs('create submit terminate accept return') },
  {
    kind: 'transferProcedure',
    title: '成果转化程序',
    verbs: verbs(
      'create submit pass reject decide endNotice abandon withdraw complete returnToInitiation returnToPreliminaryReview returnToEvaluation returnToArgumentation returnToDecision',
    ),
  },
  { kind: 'shareAgreement', title: '完成人份额协议', verbs: verbs('create agree decline supersede withdraw') },
  { kind: 'readinessClaim', title: '成熟度申报', verbs: verbs('create submit withdraw prove reject') },
  {
    kind: 'evaluation',
    title: '第三方评价',
    verbs: verbs('create commission accept decline cancel conclude supersede'),
    publicStates: ['concluded', 'superseded'],
  },
  {
    kind: 'purchaseReserve',
    title: '购买储备',
    verbs: verbs(
      'create propose approve reject withdraw accept refuse acquire takeOption exercise lapse handOver restore proposeWriteOff writeOff keep',
    ),
    publicStates: ['held'],
  },
  { kind: 'reservePlacement', title: '储备投放', verbs: verbs('create propose approve reject settle cancel') },
  { kind: 'pilotProject', title: '中试项目', verbs: verbs('create start stop hold complete resume') },
  {
    kind: 'demandScreening',
    title: '需求甄别',
    verbs: verbs('create request assign withdraw recommend return reject'),
  },
  {
    kind: 'openChallenge',
    title: '技术难题竞标',
    verbs: verbs(
      'create draft publish cancel closeCommitments fail closeReveals rank tie decide publicize object clear dismiss uphold award',
    ),
  },
  {
    kind: 'openChallengeBid',
    title: '竞标方案',
    verbs: verbs('create commit withdraw reveal lapse release exclude win lose'),
  },
  { kind: 'nonDisclosure', title: '保密协议', verbs: verbs('create request accept refuse withdraw close expire') },
  { kind: 'dealDocument', title: '洽谈文件', verbs: verbs('create open withdraw') },
  { kind: 'milestonePlan', title: '里程碑计划', verbs: verbs('create propose agree decline withdraw') },
  { kind: 'delivery', title: '里程碑交付', verbs: verbs('create submit accept acceptBySilence return') },
  { kind: 'overdueStep', title: '履约提醒', verbs: verbs('remind notify demand') },
  { kind: 'royaltyReport', title: '提成报告', verbs: verbs('create submit confirm dispute supersede') },
  { kind: 'escrowMove', title: '托管款项', verbs: verbs('create propose freeze confirm reject withdraw') },
  {
    kind: 'matchmakingEvent',
    title: '对接会',
    verbs: verbs('create draft open cancel close'),
    publicStates: ['open', 'closed'],
  },
  { kind: 'eventMeeting', title: '对接会洽谈', verbs: verbs('create confirm decline cancel seat hold miss') },
  { kind: 'eventFollowUp', title: '对接会回访', verbs: verbs('create ask answer') },
  { kind: 'visitPlan', title: '企业走访计划', verbs: verbs('create close') },
  { kind: 'visitFinding', title: '企业走访发现', verbs: verbs('create draftDemand settle') },
  {
    kind: 'caseStudy',
    title: '转化案例',
    verbs: verbs('create submit withdraw agree decline publish return'),
    publicStates: ['published'],
  },
  { kind: 'ipRight', title: '其他知识产权', verbs: verbs('create grant reject expire lapse surrender invalidate') },
  { kind: 'rightConsent', title: '权利人同意', verbs: verbs('create state confirm withdraw') },
  { kind: 'rightFiling', title: '权利备案', verbs: verbs('create report cancel confirm reject') },
  {
    kind: 'rightOverlay',
    title: '权利负担',
    verbs: verbs('create register confirm annul requestRelease expire release keep'),
  },
  {
    kind: 'openLicence',
    title: '开放许可',
    verbs: verbs('create publish discard withdraw expire'),
    publicStates: ['published', 'withdrawn', 'ended'],
  },
  { kind: 'openLicenceUptake', title: '开放许可实施', verbs: verbs('create notify license cancel contest settle') },
  {
    kind: 'carrierTitle',
    title: '载体资质',
    verbs: verbs(
      'create apply examine return refuse cancel resubmit publicize sendBack endNotice stopNotice confirm rectify withdraw expire restore',
    ),
  },
  {
    kind: 'carrierReview',
    title: '载体年度评价',
    verbs: verbs('create submit examine return pass rectify withdraw sendBack'),
  },
  { kind: 'facility', title: '场地设备', verbs: verbs('create open close'), publicStates: ['open'] },
  {
    kind: 'booking',
    title: '场地设备预订',
    verbs: verbs('create request approve refuse cancel revoke complete miss confirm lapse'),
  },
  {
    kind: 'competition',
    title: '创业大赛',
    verbs: verbs('create open void close shortlist beginFinal rank tie decideTie publicize endNotice stopNotice'),
  },
  { kind: 'competitionEntry', title: '参赛项目', verbs: verbs('create submit accept refuse withdraw shortlist drop') },
  { kind: 'financeScheme', title: '科技金融产品', verbs: verbs('create publish close'), publicStates: ['published'] },
  {
    kind: 'brokerRecognition',
    title: '技术经纪人认定',
    verbs: verbs(
      'create submit withdraw examine return refuse publicize sendBack endNotice stopNotice suspend restore revoke expire supersede',
    ),
  },
  { kind: 'brokerAffiliation', title: '经纪人执业', verbs: verbs('request confirm refuse withdraw end') },
  { kind: 'bypassFinding', title: '绕开中介线索', verbs: verbs('raise uphold dismiss') },
  { kind: 'financeNeed', title: '融资需求', verbs: verbs('create meet withdraw') },
  {
    kind: 'financeApplication',
    title: '融资申请',
    verbs: verbs('create submit examine refuse withdraw approve disburse lapse'),
  },
  { kind: 'financePack', title: '融资资料包', verbs: verbs('create grant withdraw') },
];
