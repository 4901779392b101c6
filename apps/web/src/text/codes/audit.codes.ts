import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const chainFault: Codes<Schemas['ChainFaultView']['kind']> = {
  recordChanged: ['记录被改动', 'A record was changed'],
  recordMissing: ['记录缺失', 'A record is missing'],
  linkMissing: ['链环缺失', 'A link is missing'],
  recordNotSealed: ['记录未封存', 'A record was not sealed'],
  anchorMismatch: ['与锚文件不符', 'It differs from the anchor'],
  tailMissing: ['链尾缺失', 'The tail is missing'],
  anchorMissing: ['锚文件缺失', 'The anchor is missing'],
  anchorDamaged: ['锚文件损坏', 'The anchor is damaged'],
};

export const actorKind: Codes<Schemas['AuditRecordView']['actorKind']> = {
  person: ['人员', 'Person'],
  anonymous: ['未登录者', 'Anonymous'],
  system: ['系统', 'System'],
};
