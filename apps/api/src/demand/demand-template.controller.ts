import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DemandTemplates } from '#application/demand/demand.templates.js';
import { refuse } from '#domain/shared/result.js';
import { PatternField } from '../http/fields.js';
import { Operation } from '../http/operation.js';
import { unwrap } from '../http/refusal.exception.js';
import { demandTemplateView, DemandTemplateListView, DemandTemplateView } from './demand.view.js';

const codePattern = /^[a-z0-9]{1,40}(-[a-z0-9]{1,40}){0,9}$/;

class TemplateParam {
  @PatternField({ title: '行业模板代码', pattern: codePattern, shape: '行业模板代码', example: 'apple' }) code!: string;
}

class DemandTemplateQuery {
  @PatternField({
    title: '版本（缺省为现行版本）',
    pattern: /^[1-9]\d{0,2}$/,
    shape: '1 至 999 的整数',
    optional: true,
    example: '1',
  })
  version?: string;
}

@ApiTags('技术需求')
@Controller('v1/demand-templates')
export class DemandTemplateController {
  constructor(private readonly templates: DemandTemplates) {}

  @Get()
  @Operation({
    summary: '浏览各产业的需求访谈模板',
    access: 'public',
    scope: 'demand.read',
    answer: DemandTemplateListView,
  })
  list(): DemandTemplateListView {
    return { items: this.templates.newest().map(demandTemplateView) };
  }

  @Get(':code')
  @Operation({
    summary: '查看一个产业的需求访谈模板',
    access: 'public',
    scope: 'demand.read',
    answer: DemandTemplateView,
    errors: ['demand.templateNotFound'],
  })
  get(@Param() { code }: TemplateParam, @Query() { version }: DemandTemplateQuery): DemandTemplateView {
    const found = this.templates.find(code, version === undefined ? null : Number(version));
    return found ? demandTemplateView(found) : unwrap(refuse('demand.templateNotFound'));
  }
}
