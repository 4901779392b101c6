import type { ProblemEntry } from '../http/problem.js';

export const brokerRecognitionProblems = {
  'brokerRecognition.notFound': {
    status: 404,
    title: '没有这项认定',
    detail: '没有这项技术经纪人认定，或您无权办理。',
    repair: '请核对编号。',
  },
  'brokerRecognition.openAlready': {
    status: 409,
    title: '已有在办的申请',
    detail: '您已有一项在办的技术经纪人认定申请。',
    repair: '请等待办结，或先撤回在办的申请。',
  },
  'brokerRecognition.standsAlready': {
    status: 409,
    title: '已经认定',
    detail: '您已是经认定的技术经纪人。',
    repair: '续期请选 renewal，申请更高等级请选 upgrade。',
  },
  'brokerRecognition.nothingToRenew': {
    status: 422,
    title: '没有可续期或者升级的认定',
    detail: '您现在没有有效的技术经纪人认定。',
    repair: '请选 first，申请首次认定。',
  },
  'brokerRecognition.gradeNotHigher': {
    status: 422,
    title: '等级没有提高',
    detail: '升级申请的等级应高于现有等级。',
    repair: '请选更高的等级；等级不变的请申请续期。',
  },
  'brokerRecognition.gradeDiffers': {
    status: 422,
    title: '续期不改变等级',
    detail: '续期申请的等级应与现有等级相同。',
    repair: '请选现有等级；要提高等级请申请升级。',
  },
  'brokerRecognition.certificateInFuture': {
    status: 422,
    title: '证书日期在将来',
    detail: '培训证书的颁发日期晚于今天。',
    repair: '请核对证书的颁发日期。',
  },
  'brokerRecognition.hoursMissing': {
    status: 422,
    title: '学时不足',
    detail: '经确认的培训学时为 {hours}，要求 {required}。',
    repair: '请补报培训并经科技部门确认后再审查。',
  },
  'brokerRecognition.casebookPending': {
    status: 422,
    title: '案例考核未完成',
    detail: '案例考核须由两名考评人分别评分；两人分差过大的，由第三人评分。',
    repair: '请安排考评人完成评分。',
  },
  'brokerRecognition.casebookFailed': {
    status: 422,
    title: '案例考核未合格',
    detail: '案例考核得分 {score}，合格线 {pass}。',
    repair: '可以作出不予认定的决定，申请人可重新申请。',
  },
  'brokerRecognition.sameEyes': {
    status: 422,
    title: '审查与决定须为不同的人',
    detail: '审查这项申请的人不能自己作决定。',
    repair: '请由另一位人员决定。',
  },
  'brokerRecognition.conflict': {
    status: 422,
    title: '须回避',
    detail: '您与申请人或者其单位有利害关系（{reason}），不能办理这项认定。',
    repair: '请由没有利害关系的人员办理。',
  },
  'brokerTraining.notFound': {
    status: 404,
    title: '没有这项培训',
    detail: '没有这项培训记录，或您无权办理。',
    repair: '请核对编号。',
  },
  'brokerTraining.inFuture': {
    status: 422,
    title: '培训还没有举行',
    detail: '培训日期晚于今天。',
    repair: '请在培训结束后申报。',
  },
  'brokerTraining.recordedAlready': {
    status: 409,
    title: '培训已经申报',
    detail: '同一日同一机构的同一课程已经申报。',
    repair: '请查看您的培训记录。',
  },
  'casebook.notDue': {
    status: 409,
    title: '现在不需要评分',
    detail: '这项申请不在审查中、不需案例考核，或者评分已经齐备。',
    repair: '请查看申请的状态与案例考核得分。',
  },
  'casebook.writtenAlready': {
    status: 409,
    title: '已经评分',
    detail: '您已经为这份答卷评分，评分提交后不能更改。',
    repair: '需要复核的，请由另一位考评人评分。',
  },
} as const satisfies Record<string, ProblemEntry>;
