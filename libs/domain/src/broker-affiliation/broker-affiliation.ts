import type { StateOf, TransitionTable } from '../shared/state-machine.js';

/** A broker's practice for one agency (执业机构): one at a time. */
export interface BrokerAffiliation {
  readonly id: string;
  readonly personId: string;
  readonly agencyOrganizationId: string;
  readonly state: StateOf<typeof brokerAffiliationTransitions>;
  readonly since: Date | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const brokerAffiliationTransitions = {
  requested: { confirm: 'active', refuse: 'refused', withdraw: 'withdrawn' },
  active: { end: 'ended' },
  refused: {},
  withdrawn: {},
  ended: {},
} as const satisfies TransitionTable;

/** 泰州市的规则，作为本市的执业要求: a broker practises through an agency and not in two at once. */
export const affiliationRule = {
  wording: '技术经纪人通过一家技术转移服务机构执业，不得同时在两家以上机构执业',
  source: '参照泰州市技术经纪人管理规定（tztky.cn/zc_401/15/15399.html），平台暂定',
} as const;
