import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { beijingDate } from '#domain/calendar/local-date.js';
import { checkClauses } from '#domain/contract/clause-check.js';
import { codeListIds, codeListOn } from '#domain/contract/code-lists.policy.js';
import { questionnaireOn, suggestType, type Answers } from '#domain/contract/suggest-type.js';
import { Clock } from '#platform/clock/clock.js';
import { Operation } from '../http/operation.js';
import { unwrap } from '../http/refusal.exception.js';
import { codeListsView, CodeListsView, questionnaireView, QuestionnaireView } from './contract-reference.view.js';
import { AnswersDto, CheckTextDto, type QuestionAnswerDto } from './contract-text.dto.js';
import { clauseCheckView, ClauseCheckView, typeSuggestionView, TypeSuggestionView } from './contract-text.view.js';

/** Reference data of contracts, and checks that keep nothing: for whoever writes one, here or elsewhere. */
@ApiTags('技术合同')
@Controller('v1')
export class ContractReferenceController {
  constructor(private readonly clock: Clock) {}

  @Get('contract-code-lists')
  @Operation({
    summary: '查看技术合同登记表的代码表',
    description: '各表注明来源与核对程度；未读到原文的不得作为官方代码打印。',
    access: 'public',
    answer: CodeListsView,
  })
  codeLists(): CodeListsView {
    const today = this.today();
    return codeListsView(codeListIds.map((id) => codeListOn(id, today)));
  }

  @Get('contract-questionnaire')
  @Operation({ summary: '查看合同类型问卷', access: 'public', answer: QuestionnaireView })
  questionnaire(): QuestionnaireView {
    return questionnaireView(questionnaireOn(this.today()));
  }

  @Post('contract-type-suggestions')
  @Operation({
    summary: '试答问卷，不留存',
    access: 'public',
    answer: TypeSuggestionView,
    errors: ['contract.answerUnknown'],
    idempotency: 'none',
  })
  suggest(@Body() { answers }: AnswersDto): TypeSuggestionView {
    return typeSuggestionView(unwrap(suggestType(questionnaireOn(this.today()), answersOf(answers))));
  }

  @Post('clause-checks')
  @Operation({ summary: '预检一段条款文字，不留存', access: 'public', answer: ClauseCheckView, idempotency: 'none' })
  checkText(@Body() { type, text }: CheckTextDto): ClauseCheckView {
    return clauseCheckView(checkClauses(type, [{ kind: 'other', text }]));
  }

  private today(): string {
    return beijingDate(this.clock.now());
  }
}

/** Of a question answered twice the last answer holds. */
export const answersOf = (answers: readonly QuestionAnswerDto[]): Answers =>
  Object.fromEntries(answers.map(({ question, answer }) => [question, answer]));
