/** Steps of what a broker brings about; each thing stands at the last it has reached. */
export const pipelineStages = ['match', 'introduction', 'deal', 'contract', 'registration'] as const;
export type PipelineStage = (typeof pipelineStages)[number];
