import { Injectable } from '@nestjs/common';
import { describeQuality, type Description, type QualityReport } from '#matching/quality/quality.js';
import { readDescriptionExamples } from './golden.js';

/** Tells an author what a description lacks, with an example from its own industry. Changes nothing. */
@Injectable()
export class DescriptionService {
  private readonly examples = readDescriptionExamples();

  check(description: Description): QualityReport {
    return describeQuality(description, this.examples);
  }
}
