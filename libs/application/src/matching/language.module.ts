import { Module } from '@nestjs/common';
import { JiebaTokenizer } from '#platform/search/jieba.js';
import { Dictionary } from './dictionary.js';

/** The dictionary of the trades and the tokenizer that knows it: one of each a process, loaded on first use. */
@Module({
  providers: [
    { provide: Dictionary, useFactory: () => new Dictionary() },
    {
      provide: JiebaTokenizer,
      useFactory: (dictionary: Dictionary) => new JiebaTokenizer(() => dictionary.words()),
      inject: [Dictionary],
    },
  ],
  exports: [Dictionary, JiebaTokenizer],
})
export class LanguageModule {}
