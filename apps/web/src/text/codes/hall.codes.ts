import type { Schemas } from '../../api/client.ts';
import type { Codes } from './codes.ts';

export const indicatorStanding: Codes<Schemas['HallIndicatorView']['standing']> = {
  reached: ['已达到目标', 'Target reached', 'good'],
  underWay: ['推进中', 'Under way', 'going'],
  atBase: ['与基数持平', 'At the base', 'neutral'],
  below: ['低于基数', 'Below the base', 'bad'],
  notReached: ['未达到目标', 'Not reached', 'attention'],
  judged: ['按任务进展评价', 'Judged by progress of its tasks', 'neutral'],
  reported: ['待部门填报或期报定稿', 'Waits for its department or an edition', 'neutral'],
};
