import type { Leaf, Leaves } from '../domain/run.ts';
import { boundaryEvent } from './boundary-event/index.ts';
import { businessRuleTask } from './business-rule-task/index.ts';
import { callActivity } from './call-activity/index.ts';
import { catchEvent } from './catch-event/index.ts';
import { complexGateway } from './complex-gateway/index.ts';
import { endEvent } from './end-event/index.ts';
import { eventGateway } from './event-gateway/index.ts';
import { eventSubProcess } from './event-sub-process/index.ts';
import { exclusiveGateway } from './exclusive-gateway/index.ts';
import { inclusiveGateway } from './inclusive-gateway/index.ts';
import { manualTask } from './manual-task/index.ts';
import { parallelGateway } from './parallel-gateway/index.ts';
import { receiveTask } from './receive-task/index.ts';
import { scriptTask } from './script-task/index.ts';
import { sendTask } from './send-task/index.ts';
import { serviceTask } from './service-task/index.ts';
import { startEvent } from './start-event/index.ts';
import { subProcess } from './sub-process/index.ts';
import { task } from './task/index.ts';
import { throwEvent } from './throw-event/index.ts';
import { userTask } from './user-task/index.ts';

/** Every element that is executed. A new one is its folder and its line here. */
export const leaves = {
  startEvent, endEvent, catchEvent, throwEvent, boundaryEvent,
  task, userTask, manualTask, serviceTask, sendTask, receiveTask, scriptTask, businessRuleTask,
  exclusiveGateway, parallelGateway, inclusiveGateway, eventGateway, complexGateway,
  subProcess, eventSubProcess, callActivity,
} as const satisfies Leaves;

/** The elements as the generated reference lists them: BPMN type, Spanish name, what each does, and its `v:` attributes. */
export const elementReference: readonly Pick<Leaf, 'kind' | 'bpmn' | 'name' | 'does' | 'attributes'>[] =
  Object.values<Leaf>(leaves).map(({ kind, bpmn, name, does, attributes }) => ({ kind, bpmn, name, does, attributes }));
