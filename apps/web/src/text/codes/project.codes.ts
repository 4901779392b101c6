import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

type Project = Schemas['FundedProjectView'];

export const projectState: Codes<Project['state']> = {
  running: ['尚未汇交', 'Not submitted', 'going'],
  submitted: ['已汇交，待确认', 'Submitted', 'going'],
  settled: ['已办结', 'Settled', 'good'],
  terminated: ['已终止', 'Terminated', 'neutral'],
};

export const projectDuty: Codes<Project['duty']> = {
  notDue: ['未到期', 'Not due', 'neutral'],
  dueSoon: ['将到期', 'Due soon', 'attention'],
  overdue: ['逾期', 'Overdue', 'bad'],
  ordered: ['已责令改正', 'Ordered', 'bad'],
  criticised: ['已通报批评', 'Criticised', 'bad'],
  barred: ['禁止承担', 'Barred', 'bad'],
  met: ['已履行', 'Met', 'good'],
};

export const projectLevel: Codes<Project['level']> = {
  national: ['国家', 'National'],
  ministry: ['部门', 'Ministry'],
  province: ['省', 'Province'],
  city: ['市', 'City'],
  county: ['县', 'County'],
};

export const resultKind: Codes<Schemas['AgreedResultDto']['kind']> = {
  achievement: ['成果', 'Achievement'],
  patent: ['专利', 'Patent'],
  paper: ['论文', 'Paper'],
  standard: ['标准', 'Standard'],
  variety: ['品种', 'Variety'],
  other: ['其他', 'Other'],
};
