import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

/** Long work: imports, match runs, and the models they rank with. */
export const importKind: Codes<Schemas['ImportView']['kind']> = {
  achievements: ['科技成果', 'Achievements'],
  demands: ['技术需求', 'Demands'],
  registrations: ['历史合同登记', 'Past contract registrations'],
  achievementRegister: ['历史成果登记簿', 'Past register of achievements'],
};

export const importState: Codes<Schemas['ImportView']['state']> = {
  queued: ['排队中', 'Queued', 'neutral'],
  running: ['进行中', 'Running', 'going'],
  finished: ['已完成', 'Finished', 'good'],
  stopped: ['已中止', 'Stopped', 'bad'],
};

export const matchRunScope: Codes<Schemas['MatchRunView']['scope']> = {
  full: ['全部重算', 'Everything'],
  incremental: ['只算有变化的', 'What changed'],
};

export const matchRunReason: Codes<Schemas['MatchRunView']['reason']> = {
  night: ['每夜例行', 'Nightly'],
  modelSwitched: ['切换模型', 'Model switched'],
  command: ['维护命令', 'Command'],
  requested: ['人工发起', 'Requested'],
};

export const matchRunState: Codes<Schemas['MatchRunView']['state']> = {
  queued: ['排队中', 'Queued', 'neutral'],
  running: ['进行中', 'Running', 'going'],
  done: ['已完成', 'Done', 'good'],
  failed: ['失败', 'Failed', 'bad'],
};

export const matchModelState: Codes<Schemas['MatchModelView']['state']> = {
  candidate: ['候选', 'Candidate', 'going'],
  active: ['使用中', 'Active', 'good'],
  retired: ['已停用', 'Retired', 'neutral'],
  refused: ['重放未通过', 'Refused', 'bad'],
};
