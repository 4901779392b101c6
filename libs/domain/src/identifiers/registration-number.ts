import { ok, refuse, type Refusal, type Result } from '../shared/result.js';
import { foldIdentifier } from './text.js';

/**
 * 科技成果登记号, 12 characters: 3 place or department, 4 year, 1 type letter, 4 serial
 * (《科技成果登记办法》国科发计字〔2000〕542号; Gansu's own numbers begin with 962).
 */
export interface AchievementRegistrationNumber {
  readonly number: string;
  readonly issuer: string;
  readonly year: number;
  readonly type: AchievementRegistrationType;
}

/** 应用技术 Y, 基础理论 J, 软科学 R. */
export type AchievementRegistrationType = 'appliedTechnology' | 'basicTheory' | 'softScience';

const types: Readonly<Record<string, AchievementRegistrationType>> = {
  Y: 'appliedTechnology',
  J: 'basicTheory',
  R: 'softScience',
};

export function parseAchievementRegistrationNumber(
  text: string,
): Result<AchievementRegistrationNumber, Refusal<'registrationNumber.malformed'>> {
  const number = foldIdentifier(text);
  const match = /^(\d{3})((?:19|20)\d{2})([YJR])\d{4}$/u.exec(number);
  const type = types[match?.[3] ?? ''];
  if (!match || type === undefined) return refuse('registrationNumber.malformed', { value: text });
  return ok({ number, issuer: match[1] ?? '', year: Number(match[2]), type });
}
