import { ApiProperty } from '@nestjs/swagger';
import type { County, ProcedureStage, SeedConflict } from '#domain/catalogue/catalogue.js';
import type { DemonstrationTask, Department, JointConference } from '#domain/department/department.js';
import { comparisons, type Comparison, type Indicator } from '#domain/indicator/indicator.js';
import type { Milestone, Task, TaskDue, TaskTarget } from '#domain/task/task.js';
import { promotedKinds, zoneKinds, type Zone, type ZoneArea, type ZoneKind } from '#domain/zone/zone.js';

const nullableText = (description: string, example?: string) =>
  ApiProperty({ description, type: 'string', nullable: true, ...(example !== undefined && { example }) });
const sourceLine = ApiProperty({
  description: '出处：方案名称与章节、附表行次',
  example: '《庆阳市省级科技成果转移转化示范区建设方案（征求意见稿）》附表1 第1行',
});

export class CountyView implements County {
  @ApiProperty({ description: '行政区划代码', example: '621022' }) code!: string;
  @ApiProperty({ description: '名称', example: '环县' }) name!: string;
  @sourceLine source!: string;
}

export class ZoneAreaView implements ZoneArea {
  @ApiProperty({ description: '核心区或辐射区', enum: ['core', 'radiating'] }) level!: 'core' | 'radiating';
  @ApiProperty({ description: '县区代码；方案未指明县区时为 621000', example: '621022' }) countyCode!: string;
  @nullableText('乡镇') township!: string | null;
  @nullableText('村') village!: string | null;
  @nullableText('园区、矿区、川区等', '驿马工业集中区') place!: string | null;
  @nullableText('分支产业', '肉羊') branch!: string | null;
}

export class TownshipCountView {
  @ApiProperty({ description: '重点布局的乡镇数', example: 47 }) count!: number;
  @nullableText('分支产业', '肉羊') branch!: string | null;
}

export class ZoneView implements Zone {
  @ApiProperty({ description: '代码', example: 'mutton-sheep-dairy-goat' }) code!: string;
  @ApiProperty({ description: '区、带、园', enum: zoneKinds }) kind!: ZoneKind;
  @ApiProperty({ description: '名称', example: '肉羊、奶山羊产业科技成果转移转化示范区' }) name!: string;
  @ApiProperty({ description: '产业', example: '肉羊、奶山羊' }) industry!: string;
  @sourceLine source!: string;
  @ApiProperty({ description: '布局原文' }) layout!: string;
  @ApiProperty({ description: '主推原文' }) promotion!: string;
  @ApiProperty({ description: '核心区与辐射区', type: [ZoneAreaView] }) areas!: readonly ZoneAreaView[];
  @ApiProperty({ description: '乡镇数', type: [TownshipCountView] }) townships!: readonly TownshipCountView[];
  @ApiProperty({ description: '主推内容的性质：技术、应用示范或实验室', enum: promotedKinds })
  promotedKind!: Zone['promotedKind'];
  @ApiProperty({ description: '主推技术', type: [String], example: ['羔羊早期断奶及代乳料配置技术'] })
  promotedTechnologies!: readonly string[];
}

export class TaskTargetView implements TaskTarget {
  @ApiProperty({ description: '内容', example: '星创天地' }) measure!: string;
  @ApiProperty({ description: '数值（十进制文本）', example: '10' }) value!: string;
  @nullableText('区间上限') upper!: string | null;
  @ApiProperty({ description: '单位', example: '家' }) unit!: string;
  @ApiProperty({ description: '比较符', enum: comparisons }) comparison!: Comparison;
  @ApiProperty({ description: '原文', example: '星创天地10家' }) printed!: string;
}

export class TaskMilestoneView implements Milestone {
  @ApiProperty({ description: '代码', example: 'provincial-parks-2020' }) code!: string;
  @ApiProperty({ description: '年份', example: 2020 }) year!: number;
  @ApiProperty({ description: '原文' }) printed!: string;
  @ApiProperty({ description: '县区代码', type: [String] }) countyCodes!: readonly string[];
}

export class TaskDueView implements TaskDue {
  @ApiProperty({ description: '限年完成或持续推进', enum: ['year', 'ongoing'] }) kind!: 'year' | 'ongoing';
  @ApiProperty({ description: '原文', example: '2023' }) printed!: string;
  @ApiProperty({ description: '年份', type: 'integer', nullable: true, example: 2023 }) year!: number | null;
}

export class TaskView implements Task {
  @ApiProperty({ description: '代码', example: 'task-12-1' }) code!: string;
  @ApiProperty({ description: '序号', example: 12 }) number!: number;
  @ApiProperty({ description: '分项', type: 'integer', nullable: true, example: 1 }) branch!: number | null;
  @sourceLine source!: string;
  @nullableText('所属建设任务', '“四区”建设') group!: string | null;
  @ApiProperty({ description: '工作任务' }) name!: string;
  @nullableText('示范区代码') zoneCode!: string | null;
  @ApiProperty({ description: '预期目标原文' }) goal!: string;
  @ApiProperty({ description: '牵头单位', type: [String], example: ['市科技局'] }) leads!: readonly string[];
  @ApiProperty({ description: '配合单位', type: [String] }) cooperating!: readonly string[];
  @ApiProperty({ description: '完成时限', type: TaskDueView }) due!: TaskDueView;
  @ApiProperty({ description: '任务内节点', type: [TaskMilestoneView] }) milestones!: readonly TaskMilestoneView[];
  @ApiProperty({ description: '目标中的数值', type: [TaskTargetView] }) targets!: readonly TaskTargetView[];
}

export class ZoneDetailView extends ZoneView {
  @ApiProperty({ description: '附表2 中本示范区的任务与目标', type: [TaskView] }) tasks!: readonly TaskView[];
}

export class IndicatorValueView {
  @nullableText('原表文字', '6.69') printed!: string | null;
  @nullableText('数值（十进制文本）；定性指标为 null', '6.69') value!: string | null;
}

export class IndicatorTargetView {
  @ApiProperty({ description: '原表文字', example: '0.1以上' }) printed!: string;
  @nullableText('数值（十进制文本）；定性指标为 null', '0.1') value!: string | null;
  @ApiProperty({ description: '比较符；定性指标为 null', enum: comparisons, nullable: true })
  comparison!: Comparison | null;
}

export class IndicatorView implements Indicator {
  @ApiProperty({ description: '代码', example: 'indicator-01' }) code!: string;
  @ApiProperty({ description: '序号', example: 1 }) number!: number;
  @sourceLine source!: string;
  @ApiProperty({ description: '一级指标', example: '技术交易' }) group!: string;
  @ApiProperty({ description: '二级指标（原表文字）', example: '技术合同成交额（亿元）' }) name!: string;
  @nullableText('原表单位；未写为 null', '亿元') unit!: string | null;
  @ApiProperty({ description: '现有数量', type: IndicatorValueView }) base!: IndicatorValueView;
  @ApiProperty({ description: '目标', type: IndicatorTargetView }) target!: IndicatorTargetView;
  @ApiProperty({ description: '定性指标：没有数值' }) qualitative!: boolean;
  @nullableText('单位疑义') unitNote!: string | null;
  @nullableText('说明') note!: string | null;
}

export class DepartmentAliasView {
  @ApiProperty({ description: '别名', example: '市农牧局' }) name!: string;
  @ApiProperty({ description: '出处', example: '三（二）4' }) source!: string;
}

export class DepartmentView implements Department {
  @ApiProperty({ description: '代码', example: 'agriculture-bureau' }) code!: string;
  @ApiProperty({ description: '名称', example: '市农业农村局' }) name!: string;
  @ApiProperty({
    description: '种类：市级部门、县级政府、一类单位的统称',
    enum: ['cityDepartment', 'countyGovernment', 'group'],
  })
  kind!: Department['kind'];
  @ApiProperty({ description: '方案中的其他写法', type: [DepartmentAliasView] })
  aliases!: readonly DepartmentAliasView[];
  @sourceLine source!: string;
}

export class DemonstrationTaskView implements DemonstrationTask {
  @ApiProperty({ description: '代码', example: 'demonstration-task-02' }) code!: string;
  @ApiProperty({ description: '序号', example: 2 }) number!: number;
  @sourceLine source!: string;
  @ApiProperty({ description: '所属部分', example: '激发科技成果转移转化主体内生动力' }) chapter!: string;
  @ApiProperty({ description: '名称', example: '强化高校院所科技成果转移转化职能' }) title!: string;
  @ApiProperty({ description: '责任部门', type: [String], example: ['市科技局', '市编委办'] })
  responsible!: readonly string[];
  @ApiProperty({ description: '配合部门', type: [String] }) cooperating!: readonly string[];
}

export class ConflictReadingView {
  @ApiProperty({ description: '出处', example: '二（四）' }) source!: string;
  @ApiProperty({ description: '原文' }) quote!: string;
  @ApiProperty({ description: '读法' }) reading!: string;
}

export class SeedConflictView implements SeedConflict {
  @ApiProperty({ description: '代码', example: 'contract-value-target' }) code!: string;
  @ApiProperty({ description: '事项', example: '技术合同交易额目标' }) subject!: string;
  @sourceLine source!: string;
  @ApiProperty({ description: '并列的读法，不作取舍', type: [ConflictReadingView] })
  readings!: readonly ConflictReadingView[];
}

export class ProcedureStageView implements ProcedureStage {
  @ApiProperty({ description: '代码', example: 'publicNotice' }) code!: string;
  @ApiProperty({ description: '次序', example: 6 }) position!: number;
  @ApiProperty({ description: '环节', example: '公示' }) name!: string;
  @sourceLine source!: string;
}

export class JointConferenceView implements JointConference {
  @ApiProperty({ description: '代码', example: 'joint-conference' }) code!: string;
  @ApiProperty({ description: '名称', example: '科技成果转移转化联席会议' }) name!: string;
  @sourceLine source!: string;
  @ApiProperty({ description: '牵头单位', example: '市科技局' }) lead!: string;
  @ApiProperty({ description: '办公室所在单位', example: '市科技局' }) office!: string;
  @ApiProperty({ description: '成员单位', type: [String] }) members!: readonly string[];
}
