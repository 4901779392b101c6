import { simulatedSubjects, type SimulatedSubject } from '#domain/sandbox/simulation.js';
import { ChoiceField, IdField, ObjectField } from '../http/fields.js';

export class SimulatedSubjectDto {
  @ChoiceField({ title: '对象种类', values: simulatedSubjects, example: 'introduction' }) kind!: SimulatedSubject;
  @IdField({ title: '对象编号' }) id!: string;
}

export class SimulateDto {
  @ObjectField({ title: '请对方办下一步的对象', of: () => SimulatedSubjectDto }) subject!: SimulatedSubjectDto;
}
