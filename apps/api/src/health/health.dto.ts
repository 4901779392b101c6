import { TextField } from '../http/fields.js';

export class HealthQuery {
  @TextField({ title: '是否列出各部分', example: '1', min: 0, max: 5, optional: true }) verbose?: string;
}
