import { DateField } from '../http/fields.js';

export class RenewalDto {
  @DateField({ title: '新的有效期至（不填按平台规定的最长期限）', optional: true, example: '2027-12-31' })
  validUntil?: string | null;
}
